"""Counts a record anew from the tables of the store alone, sharing no code with what counts it for the summary."""

import sqlite3
from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

STANCES = ("support", "oppose", "mixed", "neutral", "not_stated", "not_tagged")
_VOICES = """
SELECT c.id, c.number, c.channel, c.status, c.timeliness, c.received_at, c.name, c.organization, c.letter_type,
  c.campaign_id, c.person_id, (SELECT name FROM campaign k WHERE k.id=c.campaign_id) AS campaign,
  (SELECT name FROM stakeholder_group g WHERE g.id=c.group_id) AS grp,
  (SELECT status FROM appearance a WHERE a.comment_id=c.id) AS slip,
  (SELECT body FROM comment_text x WHERE x.id=c.id) AS body
FROM comment c WHERE c.hearing_id=? AND c.void IS NULL ORDER BY c.number
"""
_STATED = """
SELECT p.comment_id, q.number, p.stance FROM position p JOIN question q ON q.id=p.question_id
WHERE p.void IS NULL AND q.hearing_id=? ORDER BY p.source='clerk_inferred' DESC, p.id
"""
_THEMES = """
SELECT t.comment_id, n.name FROM comment_theme t JOIN theme n ON n.id=t.theme_id WHERE t.void IS NULL AND n.hearing_id=?
"""


class Record:
    """One hearing as its tables have it; `counted` are the voices in the tally, each a dictionary."""

    def __init__(self, store: Path, hearing: int) -> None:
        base = sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)
        base.row_factory = sqlite3.Row
        self.voices = [dict(row) for row in base.execute(_VOICES, (hearing,))]
        by_id = {voice["id"]: voice for voice in self.voices}
        for voice in self.voices:
            voice |= {"stances": {}, "themes": set(), "spoken": voice["channel"] in ("in_person", "remote")}
        for comment, question, stance in base.execute(_STATED, (hearing,)):
            if comment in by_id:
                by_id[comment]["stances"][question] = stance  # the last one stands, an inferred one only alone
        for comment, theme in base.execute(_THEMES, (hearing,)):
            if comment in by_id:
                by_id[comment]["themes"].add(theme)
        self.zone = ZoneInfo(base.execute("SELECT zone FROM hearing WHERE id=?", (hearing,)).fetchone()[0])
        self.slips = Counter(
            row[0]
            for row in base.execute("SELECT status FROM appearance WHERE hearing_id=? AND void IS NULL", (hearing,))
        )
        self.signatures = [
            tuple(row)
            for row in base.execute(
                "SELECT p.signatures_claimed, p.signatures_counted, p.duplicates_found, p.unreadable, "
                "p.outside_jurisdiction FROM petition p JOIN comment c ON c.id=p.comment_id "
                "WHERE p.void IS NULL AND c.void IS NULL AND c.hearing_id=? ORDER BY c.number",
                (hearing,),
            )
        ]
        base.close()
        self.counted = [
            voice
            for voice in self.voices
            if voice["status"] in ("accepted", "restricted") and voice["timeliness"] != "late_not_considered"
        ]
        self.written = [voice for voice in self.counted if not voice["spoken"]]
        self.heard = [voice for voice in self.counted if voice["spoken"] and voice["slip"] in (None, "heard")]

    def stances(self, question: int, voices=None) -> dict[str, int]:
        """How many voices take each stance."""
        found = Counter(voice["stances"].get(question, "not_tagged") for voice in voices or ())
        return {stance: found[stance] for stance in STANCES}

    def by(self, what, question: int) -> dict[str, dict[str, int]]:
        """The stances of the counted voices under each name that `what` gives for a voice."""
        names: dict[str, list] = {}
        for voice in self.counted:
            for name in what(voice):
                names.setdefault(name, []).append(voice)
        return {name: self.stances(question, voices) for name, voices in names.items()}

    def day(self, voice) -> str:
        """The day of receipt on the hearing's own clock, as `Feb 16`."""
        at = datetime.fromisoformat(voice["received_at"]).astimezone(self.zone)
        return f"{at:%b} {at.day}"

    def distinct_texts(self) -> int:
        """Each form letter once, each copy with words of its own, each other letter."""
        plain = {v["campaign"] for v in self.written if v["campaign"] and v["letter_type"] != "form_plus"}
        return len(plain) + sum(not v["campaign"] or v["letter_type"] == "form_plus" for v in self.written)

    def names(self, voices) -> int:
        """Different names with their organizations; who was joined by the clerk is one."""
        return len(
            {
                v["person_id"] or (v["name"].casefold(), v["organization"].casefold())
                for v in voices
                if v["name"] or v["person_id"]
            }
        )
