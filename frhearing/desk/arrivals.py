"""New letters that look like a form letter the clerk has confirmed: suggested as they come in, never joined unasked.

What compares texts is imported when there is a form letter to compare with, in pieces that take a moment each.
"""

from collections.abc import Callable, Sequence
from typing import Final

from frhearing.analysis.form_letters.parts import body
from frhearing.desk.desk import Desk
from frhearing.desk.letter_types import Reader, readings
from frhearing.model.letters import FormLetter
from frhearing.store import letters as stored
from frhearing.store.connection import Row

AT_ONCE: Final = 400
"""So many new letters are looked at before others may use the thread: about 0.1 s."""

_MOST_NAMES: Final = 3
_SAMPLE: Final = 100
"""So many letters of each campaign, beside its master, are enough to know another one."""


class Arrivals:
    """The letters of a hearing that came in since its first form letter was confirmed and look like one of them.

    ``look`` goes on from where it stopped; whoever keeps this object looks at every letter once.
    """

    def __init__(self, desk: Desk, hearing_id: int) -> None:
        self._desk, self._hearing_id = desk, hearing_id
        self._campaigns: list[Row] = []
        self._seen = 0
        self._match: Callable[[str], int | None] | None = None
        self._found: dict[int, int] = {}

    def look(self) -> bool:
        """Look at the next letters; says whether there are more. Quick where no form letter is confirmed."""
        store, hearing_id = self._desk.store, self._hearing_id
        campaigns = stored.campaigns(store, hearing_id)
        if _told_by(campaigns) != _told_by(self._campaigns):
            self._campaigns, self._match, self._found = campaigns, None, {}
            self._seen = stored.last_before(store, hearing_id, campaigns[0]["created_at"]) if campaigns else 0
        if not campaigns:
            return False
        rows = stored.loose(store, hearing_id, self._seen, AT_ONCE)
        if not rows:
            return False
        if self._match is None:
            self._match = matcher(self._desk, hearing_id)
        for row in rows:
            campaign_id = self._match(row["body"])
            if campaign_id is not None:
                self._found[row["id"]] = campaign_id
        self._seen = int(rows[-1]["number"])
        return len(rows) == AT_ONCE

    def waiting(self) -> list[FormLetter]:
        """Return each campaign with those of the letters found that still wait for the clerk, as things stand now."""
        rows = [
            r
            for r in stored.letters(self._desk.store, list(self._found))
            if r["campaign_id"] is None and not r["letter_type"] and r["hearing_id"] == self._hearing_id
        ]
        return [
            letter
            for campaign in self._campaigns
            if (letter := self._letter(campaign, [row for row in rows if self._found[row["id"]] == campaign["id"]]))
        ]

    def _letter(self, campaign: Row, rows: Sequence[Row]) -> FormLetter | None:
        """Return a campaign with its new letters laid beside the master, None if it has none."""
        if not rows:
            return None
        master = stored.master(self._desk.store, campaign["id"])
        text = campaign["master_text"] or (body(master["body"]).strip() if master is not None else "")
        number = master["number"] if master is not None else 0
        reader = Reader(text, number, readings(self._desk.store))
        copies = tuple(reader.copy(row) for row in rows)
        return FormLetter(campaign["id"], campaign["name"], text, number, campaign["method"], copies)


def look_at_all(desk: Desk, hearing_id: int) -> list[FormLetter]:
    """Return what waits in a hearing, looking at everything at once; for where nobody waits at a window."""
    found = Arrivals(desk, hearing_id)
    while found.look():
        pass
    return found.waiting()


def matcher(desk: Desk, hearing_id: int) -> Callable[[str], int | None]:
    """Return what tells of a new text which campaign of the hearing it belongs to, by some 80 look-ups, or None."""
    from frhearing.analysis.form_letters.arrivals import Arrivals as Known

    known = stored.campaigns(desk.store, hearing_id)
    return Known({r["id"]: [r["master_text"], *stored.sample(desk.store, r["id"], _SAMPLE)] for r in known}).match


def words(waiting: Sequence[FormLetter]) -> str:
    """Say how many new letters look like which form letters; nothing where there are none."""
    total = sum(letter.size for letter in waiting)
    if not total:
        return ""
    names = [" ".join(letter.name.split()) for letter in waiting]
    if len(names) > _MOST_NAMES:
        them = f"{len(names):,} form letters"
    else:
        them = ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else names[0]
    return f"1 new letter looks like {them}." if total == 1 else f"{total:,} new letters look like {them}."


def _told_by(campaigns: Sequence[Row]) -> list[tuple[int, str, str]]:
    """Return what makes campaigns others than they were."""
    return [(row["id"], row["name"], row["master_text"]) for row in campaigns]
