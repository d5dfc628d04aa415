"""What a clerk does with hearings: make them, set them up, see whether they are ready."""

import contextlib
from collections.abc import Mapping
from datetime import date

from frhearing.desk.desk import Desk, require_one
from frhearing.model.change import Change
from frhearing.model.comment import Appearance
from frhearing.model.errors import NotFound, Refused
from frhearing.model.hearing import Hearing, HearingCard, HearingEvent, HearingStatus, NewHearing
from frhearing.model.question import NewQuestion
from frhearing.model.rules import RuleSet
from frhearing.model.times import zone_known
from frhearing.store import comments as stored_comments
from frhearing.store import hearings as stored
from frhearing.store import lookups
from frhearing.store.changes import Action
from frhearing.store.recording import move_days

BODY_FIELDS = {
    "body": "name",
    "jurisdiction": "jurisdiction",
    "state": "state",
    "presiding_officer": "presiding_officer",
    "clerk_name": "clerk_name",
    "clerk_title": "clerk_title",
}
"""Fields of a hearing's form that belong to its body."""

HEARING_FIELDS = (
    "title",
    "file_number",
    "date",
    "starts",
    "place",
    "zone",
    "mode",
    "authority",
    "notice",
    "note",
    "attendance",
)
"""Fields that belong to the hearing itself."""


def list_hearings(desk: Desk) -> list[HearingCard]:
    """Return a card for each hearing, the one changed last first."""
    return stored.list_cards(desk.store)


def being_held(desk: Desk) -> int | None:
    """Return the id of the hearing that is being held just now, the one changed last, or None."""
    return stored.being_held(desk.store)


def get_hearing(desk: Desk, hearing_id: int) -> Hearing:
    """Return one hearing; raises NotFound."""
    return stored.get_hearing(desk.store, hearing_id)


def find_hearing(desk: Desk, key: str) -> int:
    """Return the id of the hearing named by its id or its exact title; raises NotFound or Refused."""
    key = key.strip()
    if key.isdecimal():
        with contextlib.suppress(NotFound):
            return get_hearing(desk, int(key)).id
    ids = stored.hearing_ids(desk.store, key)
    if not ids:
        raise NotFound(f"There is no hearing called “{key}” in this store. “frhearing hearing list” shows them all.")
    require_one(len(ids) == 1, f"{len(ids)} hearings are called “{key}”. Use the id that “hearing list” shows.")
    return ids[0]


def checked_date(text: str) -> str:
    """Return an ISO day or raise Refused in words."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise Refused(f"“{text}” is not a date. Write it as year-month-day, for example 2026-02-26.") from None


def create_hearing(desk: Desk, new: NewHearing) -> tuple[int, Change]:
    """Make a hearing with its questions; the body's rules are copied in and later changes do not reach it."""
    require_one(bool(new.title.strip()), "A hearing needs a title. Nothing was made.")
    require_one(bool(new.body.strip()), "A hearing needs the name of the body that hears. Nothing was made.")
    require_one(all(q.text.strip() for q in new.questions), "A question needs words. Nothing was made.")
    day = checked_date(new.date)
    with desk.store.action("hearing", new.title.strip()) as writing:
        body = _body(writing.act, new.body.strip())
        hearing_id = writing.act.insert(
            "hearing",
            {
                "title": new.title.strip(),
                "body_id": body,
                "file_number": new.file_number.strip(),
                "date": day,
                "starts": new.starts,
                "place": new.place.strip(),
                "zone": new.zone,
                "rules": writing.act.row("body", body)["rules"],
                "changed_at": writing.act.at,
            },
        )
        writing.act.hearing_id = hearing_id
        for number, question in enumerate(new.questions, 1):
            _insert_question(writing.act, hearing_id, number, question)
    return hearing_id, desk.did(writing.change)


def _body(act: Action, name: str) -> int:
    """Return the id of the body of that name, made when it is new to the office."""
    found = act.find("body", name=name)
    return found if found is not None else act.insert("body", {"name": name, "rules": RuleSet().to_json()})


def update_hearing(desk: Desk, hearing_id: int, **fields: str) -> Change:
    """Change fields of the hearing's form (those of ``HEARING_FIELDS`` and ``BODY_FIELDS``)."""
    hearing = get_hearing(desk, hearing_id)
    unlocked(hearing)
    own = {name: value for name, value in fields.items() if name in HEARING_FIELDS}
    if "date" in own:
        own["date"] = checked_date(own["date"])
    require_one(own.get("title", "x").strip() != "", "A hearing needs a title. The old one was kept.")
    require_one(zone_known(own.get("zone", hearing.zone)), f"“{own.get('zone')}” is not a time zone known here.")
    of_body = {BODY_FIELDS[name]: value for name, value in fields.items() if name in BODY_FIELDS}
    unknown = set(fields) - set(own) - {name for name in fields if name in BODY_FIELDS}
    require_one(not unknown, f"A hearing has no field {', '.join(sorted(unknown))}. Nothing was changed.")
    with desk.store.action("hearing details", hearing.title, hearing_id) as writing:
        if own:
            writing.act.update("hearing", hearing_id, **own)
        if own.get("zone", hearing.zone) != hearing.zone:
            move_days(writing.act, hearing_id, own["zone"])
        name = of_body.pop("name", "").strip()
        body = _body(writing.act, name) if name and name != hearing.body.name else hearing.body.id
        if body != hearing.body.id:
            writing.act.update("hearing", hearing_id, body_id=body)
        if of_body:
            writing.act.update("body", body, **of_body)
    return desk.did(writing.change)


def set_rules(desk: Desk, hearing_id: int, rules: RuleSet) -> Change:
    """Change this hearing's own snapshot of the speaking rules."""
    hearing = get_hearing(desk, hearing_id)
    unlocked(hearing)
    with desk.store.action("rules", hearing.title, hearing_id) as writing:
        writing.act.update("hearing", hearing_id, rules=rules.to_json())
    return desk.did(writing.change)


def set_status(desk: Desk, hearing_id: int, status: HearingStatus) -> Change:
    """Move a hearing on, or back; certifying has rules of its own and is refused here."""
    hearing = get_hearing(desk, hearing_id)
    unlocked(hearing)
    require_one(status is not HearingStatus.CERTIFIED, "A record is certified on the Record page, with its checks.")
    with desk.store.action("hearing status", hearing.title, hearing_id) as writing:
        writing.act.update("hearing", hearing_id, status=str(status))
    return desk.did(writing.change)


def _insert_question(act: Action, hearing_id: int, number: int, question: NewQuestion) -> int:
    """Make one question."""
    return act.insert(
        "question",
        {
            "hearing_id": hearing_id,
            "number": number,
            "text": question.text.strip(),
            "support_means": question.support_means.strip(),
            "oppose_means": question.oppose_means.strip(),
        },
    )


def add_question(desk: Desk, hearing_id: int, question: NewQuestion) -> tuple[int, Change]:
    """Put one more question before the body; returns its id."""
    hearing = get_hearing(desk, hearing_id)
    unlocked(hearing)
    require_one(bool(question.text.strip()), "Write the question first. Nothing was added.")
    number = max((q.number for q in hearing.questions), default=0) + 1
    with desk.store.action("question", f"Question {number}", hearing_id) as writing:
        question_id = _insert_question(writing.act, hearing_id, number, question)
    return question_id, desk.did(writing.change)


def update_question(
    desk: Desk,
    question_id: int,
    *,
    text: str | None = None,
    support_means: str | None = None,
    oppose_means: str | None = None,
    reason: str = "",
) -> Change:
    """Change a question's words; once a stance is tagged on it a reason is required and goes into the log."""
    hearing_id, number = _place_of(desk, question_id)
    unlocked(get_hearing(desk, hearing_id))
    asked: Mapping[str, str | None] = {"text": text, "support_means": support_means, "oppose_means": oppose_means}
    wanted = {name: value.strip() for name, value in asked.items() if value is not None}
    require_one(wanted.get("text", "x") != "", "A question needs words. The old ones were kept.")
    require_one(
        not tagged_on(desk, question_id) or bool(reason.strip()),
        "Stances are tagged on this question already: the words decide what the counts say. "
        "Give a reason for the change; it goes into the log. Nothing was changed yet.",
    )
    subject = f"Question {number}" + (f": {reason.strip()}" if reason.strip() else "")
    with desk.store.action("question", subject, hearing_id) as writing:
        writing.act.update("question", question_id, **wanted)
    return desk.did(writing.change)


def remove_question(desk: Desk, question_id: int) -> Change:
    """Take a question out, as long as no stance is tagged on it."""
    hearing_id, number = _place_of(desk, question_id)
    unlocked(get_hearing(desk, hearing_id))
    require_one(
        not tagged_on(desk, question_id),
        "Stances are tagged on this question, so it stays. Clear them first if it was put by mistake.",
    )
    with desk.store.action("question removed", f"Question {number}", hearing_id) as writing:
        writing.act.void("question", question_id, "removed")
    return desk.did(writing.change)


def tagged_on(desk: Desk, question_id: int) -> bool:
    """Say whether any comment has a stance on a question."""
    return lookups.tagged_on(desk.store, question_id)


def _place_of(desk: Desk, question_id: int) -> tuple[int, int]:
    """Return a question's hearing and number; raises NotFound."""
    place = lookups.question_place(desk.store, question_id)
    if place is None:
        raise NotFound("This question is not there any more. Nothing was changed.")
    return place


def list_events(desk: Desk, hearing_id: int) -> list[HearingEvent]:
    """Return the order of events of a hearing."""
    return stored.events(desk.store, hearing_id)


def list_slips(desk: Desk, hearing_id: int) -> list[Appearance]:
    """Return all slips of a hearing in their order, with the testimony each led to."""
    return stored_comments.appearances(desk.store, hearing_id)


def count_slips(desk: Desk, hearing_id: int) -> int:
    """Return how many people signed in to a hearing, in whatever way."""
    return stored_comments.count_appearances(desk.store, hearing_id)


def unlocked(hearing: Hearing) -> None:
    """Refuse changes to a certified record."""
    require_one(
        not hearing.locked,
        "This record is certified and locked. Nothing was changed. "
        "A correction starts an amendment on the Record page.",
    )
