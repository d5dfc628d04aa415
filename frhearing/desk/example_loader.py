"""Writes the Milwaukee example from the files of the program into an open store."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from frhearing.desk.desk import Desk
from frhearing.desk.petitions import put_petition
from frhearing.desk.testimony import campaign_named
from frhearing.model.comment import Appearance, Channel, NewComment, Timeliness
from frhearing.model.letters import Signatures
from frhearing.model.position import Stance, StanceSource
from frhearing.model.rules import RuleSet
from frhearing.model.times import to_utc_text
from frhearing.paths import resource
from frhearing.report.labels import Words
from frhearing.store import hearings as stored
from frhearing.store.changes import Action
from frhearing.store.recording import insert_appearance, insert_comment

Data = Mapping[str, Any]


def _read(name: str) -> Any:
    """Read one file of the example."""
    return json.loads(resource("samples", "milwaukee", f"{name}.json").read_text(encoding="utf-8"))


def _utc(text: str | None) -> str | None:
    """Return the UTC text of an ISO instant with its offset."""
    return to_utc_text(datetime.fromisoformat(text)) if text else None


class ExampleLoader:
    """Writes the example in one action, in the order in which a real hearing would have come together."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._groups: dict[str, int] = {}
        self._themes: dict[str, int] = {}

    def load(self) -> int:
        """Write everything and return the hearing's id."""
        facts = _read("hearing")
        with self._desk.store.action("example", facts["title"]) as writing:
            act = writing.act
            hearing_id = self._hearing(act, facts)
            act.hearing_id = hearing_id
            self._codebook(act, hearing_id, facts)
            self._dossier(act, hearing_id)
            for letter in _read("comments"):
                self._letter(act, hearing_id, letter)
            for speaker in _read("speakers"):
                self._speaker(act, hearing_id, speaker)
            self._exhibits(act, hearing_id, facts)
            for event in facts["events"]:
                act.insert(
                    "event",
                    {
                        "hearing_id": hearing_id,
                        "at": _utc(event["at"]),
                        "kind": event["kind"],
                        "text": event.get("text", ""),
                    },
                )
        return hearing_id

    def _hearing(self, act: Action, facts: Data) -> int:
        """Write the body, the hearing and its questions."""
        body = facts["body"]
        body_id = act.insert(
            "body", {**{name: str(value or "") for name, value in body.items()}, "rules": RuleSet().to_json()}
        )
        notice = facts["notice"]
        hearing_id = act.insert(
            "hearing",
            {
                "title": facts["title"],
                "body_id": body_id,
                "file_number": facts["file_number"],
                "date": facts["date"],
                "starts": facts["starts"],
                "place": facts["place"],
                "zone": facts["timezone"],
                "status": facts["status"],
                "mode": facts["mode"],
                "note": facts["note"],
                "notice": _notice(notice),
                "attendance": _attendance(facts.get("attendance", {})),
                "rules": RuleSet.from_json(
                    json.dumps({**facts["rules"], "written_until": _utc(notice.get("written_closes_at")) or ""})
                ).to_json(),
                "example": 1,
                "changed_at": act.at,
            },
        )
        for number, question in enumerate(facts["questions"], 1):
            act.insert("question", {"hearing_id": hearing_id, "number": number, **question})
        return hearing_id

    def _codebook(self, act: Action, hearing_id: int, facts: Data) -> None:
        """Write the groups in place of the starter list, and the themes."""
        wanted = [group["name"] for group in facts["groups"]]
        for group in stored.groups(self._desk.store):
            if group.name not in wanted:
                act.void("stakeholder_group", group.id, "not in the example")
        for place, group in enumerate(facts["groups"], 1):
            found = act.find("stakeholder_group", name=group["name"])
            if found is None:
                found = act.insert("stakeholder_group", {**group, "place": place})
            act.update("stakeholder_group", found, place=place, hint=group["hint"])
            self._groups[group["name"]] = found
        for place, theme in enumerate(facts["themes"], 1):
            parent = self._themes.get(theme["parent"] or "")
            self._themes[theme["name"]] = act.insert(
                "theme",
                {
                    "hearing_id": hearing_id,
                    "name": theme["name"],
                    "definition": theme["definition"],
                    "parent_id": parent,
                    "place": place,
                },
            )

    def _dossier(self, act: Action, hearing_id: int) -> None:
        """Write the dossier."""
        for place, entry in enumerate(_read("dossier"), 1):
            act.insert(
                "dossier_entry",
                {
                    "hearing_id": hearing_id,
                    "place": place,
                    "kind": entry["kind"],
                    "paraphrase": int(bool(entry.get("paraphrase"))),
                    **{
                        name: str(entry.get(name) or "")
                        for name in ("heading", "role", "date", "text", "attribution", "outlet", "published")
                    },
                },
            )

    def _letter(self, act: Action, hearing_id: int, letter: Data) -> None:
        """Write one written comment with its tags."""
        received = _utc(letter["received"])
        comment_id = self._comment(
            act,
            hearing_id,
            letter,
            channel=Channel(letter["channel"]),
            received=received,
            source=StanceSource.WRITTEN,
            timeliness=Timeliness.LATE_ACCEPTED if letter.get("late") else Timeliness.TIMELY,
        )
        status = letter.get("status") or {}
        campaign = f"Form {letter['form']}" if letter.get("form") else ""
        act.update(
            "comment",
            comment_id,
            flagged=int(bool(letter.get("flag"))),
            status=next(iter(status), "accepted"),
            status_reason=next(iter(status.values()), ""),
            campaign_id=campaign_named(act, hearing_id, campaign),
            letter_type=letter.get("letter_type", ""),
        )
        if letter.get("petition"):
            put_petition(act, comment_id, letter["organization"], Signatures(**letter["petition"]))
        if letter.get("memo"):
            act.insert("memo", {"comment_id": comment_id, "text": letter["memo"]})

    def _speaker(self, act: Action, hearing_id: int, speaker: Data) -> None:
        """Write one slip with its testimony; who did not show has a slip and no comment."""
        remote = speaker["mode"] == "remote"
        comment_id = None
        if speaker["status"] in ("heard", "registration_only"):
            comment_id = self._comment(
                act,
                hearing_id,
                speaker,
                channel=Channel.REMOTE if remote else Channel.IN_PERSON,
                received=_utc(speaker.get("started")),
                source=StanceSource.PODIUM if speaker["status"] == "heard" else StanceSource.SLIP,
                timeliness=Timeliness.TIMELY,
            )
        slip = Appearance(
            slip=speaker["slip"],
            wish=speaker["wish"],
            mode=speaker["mode"],
            status=speaker["status"],
            interpreter=speaker.get("interpreter") or "",
            started_at=_utc(speaker.get("started")),
            allotted_seconds=speaker.get("allotted_seconds"),
            used_seconds=speaker.get("used_seconds"),
            name=speaker["name"],
            organization=speaker.get("organization") or "",
            stances=_stances(speaker),
            comment_id=comment_id,
        )
        group = self._groups.get(speaker.get("group") or "")
        insert_appearance(act, hearing_id, slip, group_id=group, capacity=speaker.get("capacity") or "")

    def _exhibits(self, act: Action, hearing_id: int, facts: Data) -> None:
        """Write the exhibits, each with the comment of the speaker who handed it up."""
        for exhibit in facts["exhibits"]:
            giver = act.find("appearance", hearing_id=hearing_id, slip=exhibit["slip"])
            comment = act.row("appearance", giver)["comment_id"] if giver is not None else None
            own = {name: exhibit[name] for name in ("mark", "description", "status")}
            act.insert("exhibit", {"hearing_id": hearing_id, "comment_id": comment, **own})

    def _comment(
        self,
        act: Action,
        hearing_id: int,
        facts: Data,
        *,
        channel: Channel,
        received: str | None,
        source: StanceSource,
        timeliness: Timeliness,
    ) -> int:
        """Write what letters and testimonies have in common: the comment with its tags."""
        comment_id, _ = insert_comment(
            act,
            hearing_id,
            NewComment(
                text=facts.get("text") or "",
                name=facts.get("name") or "",
                organization=facts.get("organization") or "",
                group_id=self._groups.get(facts.get("group") or ""),
                channel=channel,
                received_at=received,
                district=str(facts.get("district") or ""),
                email=facts.get("email") or "",
                subject=facts.get("subject") or "",
                language=facts.get("language") or "en",
                capacity=facts.get("capacity") or "",
                timeliness=timeliness,
                stances=_stances(facts),
                source=source,
                condition=facts.get("condition") or "",
            ),
            at=received,
        )
        self._tags(act, comment_id, facts)
        return comment_id

    def _tags(self, act: Action, comment_id: int, facts: Data) -> None:
        """Write the themes and key quotes of a comment."""
        for theme in facts.get("themes", ()):
            act.insert("comment_theme", {"comment_id": comment_id, "theme_id": self._themes[theme]})
        for quote in facts.get("quotes", ()):
            start = facts["text"].index(quote)
            theme = next(iter(facts.get("themes", ())), None)
            act.insert(
                "passage",
                {
                    "comment_id": comment_id,
                    "version": 1,
                    "start": start,
                    "end": start + len(quote),
                    "text": quote,
                    "kind": "verbatim",
                    "theme_id": self._themes[theme] if theme else None,
                },
            )


def _stances(facts: Data) -> dict[int, Stance]:
    """Return stances by the number of their question."""
    return {int(number): Stance(stance) for number, stance in facts["stances"].items()}


def _notice(notice: Data) -> str:
    """Write the notice of the hearing as a sentence or two."""
    days = " and ".join(Words("en").day(day) for day in notice.get("published", ()))
    places = "; ".join(notice.get("places", ()))
    parts = [notice.get("method", ""), f"Published {days}." if days else "", f"Posted: {places}." if places else ""]
    return " ".join(part for part in parts if part)


def _presence(member: Data) -> str:
    """Say whether a member was there, in the word of the roll."""
    if member["present"]:
        return "present"
    return "excused" if member.get("excused") else "absent"


def _attendance(attendance: Data) -> str:
    """Write who attended: members with their presence, the clerk's head counts, staff."""
    members = attendance.get("members", ())
    lines = [f"{m['name']}, {m['role']}: {_presence(m)}" for m in members]
    lines += [
        f"Head count by the clerk at {Words('en').clock(c['at'][11:16])}: "
        f"{c['in_room']} in the room, {c['remote']} remote"
        for c in attendance.get("head_counts", ())
    ]
    lines += [f"Staff: {', '.join(attendance['staff'])}"] if attendance.get("staff") else []
    return "\n".join(lines)
