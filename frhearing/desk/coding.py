"""Tagging: stances, groups, themes and key quotes; every call takes many comments and is one step to undo."""

from collections.abc import Sequence

from frhearing.desk.desk import Desk, require_one
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.desk.naming import numbers
from frhearing.desk.testimony import get_comment
from frhearing.model.change import Change
from frhearing.model.comment import SPOKEN
from frhearing.model.errors import NotFound, Refused
from frhearing.model.filter import NOT_TAGGED, CommentFilter
from frhearing.model.passage import PassageKind, matches
from frhearing.model.position import Stance, StanceSource
from frhearing.store import listing, lookups
from frhearing.store.changes import Value
from frhearing.store.connection import Row


def _picked(desk: Desk, ids: Sequence[int]) -> tuple[list[Row], int, str]:
    """Return the comments meant, their hearing and their name in words; Refused when locked or none."""
    found = lookups.comments_of(desk.store, ids)
    if not found:
        raise Refused("No comment is selected. Nothing was changed.")
    hearing_id = int(found[0]["hearing_id"])
    unlocked(get_hearing(desk, hearing_id))
    return found, hearing_id, numbers([r["number"] for r in found])


def _question(desk: Desk, hearing_id: int, number: int) -> int:
    """Return the id of a question by its number; raises NotFound."""
    question = listing.question_id(desk.store, hearing_id, number)
    if not question:
        raise NotFound(f"This hearing has no question {number}. Nothing was changed. Add it in Set up.")
    return question


def set_stance(
    desk: Desk,
    ids: Sequence[int],
    question_number: int,
    stance: Stance,
    *,
    condition: str = "",
    inferred: bool = False,
) -> Change:
    """Note the stance of comments on a question; all earlier positions are kept, the latest stated one counts."""
    found, hearing_id, subject = _picked(desk, ids)
    question = _question(desk, hearing_id, question_number)
    standing = lookups.open_positions(desk.store, ids, question)
    with desk.store.action("stance", subject, hearing_id) as writing:
        for row in found:
            spoken = row["channel"] in SPOKEN
            source = StanceSource.PODIUM if spoken else StanceSource.WRITTEN
            if inferred:
                source = StanceSource.CLERK_INFERRED
            before = standing.get(row["id"], [])
            if before and (before[-1]["stance"], before[-1]["condition"]) == (stance, condition):
                continue
            for old in before:
                # What the clerk tagged before is corrected; what a slip or form stated stands beside it.
                if inferred or old["source"] == StanceSource.CLERK_INFERRED:
                    writing.act.void("position", old["id"], "replaced")
            writing.act.insert(
                "position",
                {
                    "comment_id": row["id"],
                    "question_id": question,
                    "stance": str(stance),
                    "source": str(source),
                    "condition": condition,
                    "said_at": writing.act.at,
                },
            )
            writing.act.touched.add(("comment", row["id"]))
    return desk.did(writing.change)


def clear_stance(desk: Desk, ids: Sequence[int], question_number: int) -> Change:
    """Take the stances off, so that the comments are not tagged on this question; the log keeps them."""
    _, hearing_id, subject = _picked(desk, ids)
    question = _question(desk, hearing_id, question_number)
    with desk.store.action("stance cleared", subject, hearing_id) as writing:
        for comment_id, positions in lookups.open_positions(desk.store, ids, question).items():
            for position in positions:
                writing.act.void("position", position["id"], "cleared")
            writing.act.touched.add(("comment", comment_id))
    return desk.did(writing.change)


def set_condition(desk: Desk, comment_id: int, question_number: int, text: str) -> Change:
    """Write the condition of a mixed stance in words."""
    return _revise(desk, comment_id, question_number, "condition", {"condition": text.strip()})


def set_inferred(desk: Desk, comment_id: int, question_number: int, inferred: bool) -> Change:
    """Mark the stance as inferred by the clerk, or as stated; an inferred one is counted with a mark."""
    comment = get_comment(desk, comment_id)
    source = StanceSource.PODIUM if comment.spoken else StanceSource.WRITTEN
    wanted = StanceSource.CLERK_INFERRED if inferred else source
    return _revise(desk, comment_id, question_number, "stance source", {"source": str(wanted)})


def _revise(desk: Desk, comment_id: int, number: int, kind: str, fields: dict[str, str]) -> Change:
    """Replace the position that counts by one with other words or another source."""
    _, hearing_id, subject = _picked(desk, [comment_id])
    question = _question(desk, hearing_id, number)
    standing = lookups.open_positions(desk.store, [comment_id], question).get(comment_id)
    if not standing:
        raise Refused("This comment has no stance on the question yet. Nothing was changed.")
    stated = [p for p in standing if p["source"] != StanceSource.CLERK_INFERRED] or standing
    old = {"stance": stated[-1]["stance"], "source": stated[-1]["source"], "condition": stated[-1]["condition"]}
    new = {**old, **fields}
    with desk.store.action(kind, subject, hearing_id) as writing:
        if new != old:
            for position in standing:
                writing.act.void("position", position["id"], "replaced")
            writing.act.insert(
                "position",
                {"comment_id": comment_id, "question_id": question, "said_at": writing.act.at, **new},
            )
            writing.act.touched.add(("comment", comment_id))
    return desk.did(writing.change)


def set_group(desk: Desk, ids: Sequence[int], group_id: int | None) -> Change:
    """Note the stakeholder group comments speak for; None for none. Their organizations learn it."""
    found, hearing_id, subject = _picked(desk, ids)
    with desk.store.action("group", subject, hearing_id) as writing:
        for row in found:
            writing.act.update("comment", row["id"], group_id=group_id)
        for organization in sorted({row["organization"] for row in found if row["organization"]}):
            known = writing.act.find("organization", name=organization)
            if known is None:
                writing.act.insert("organization", {"name": organization, "group_id": group_id})
            else:
                writing.act.update("organization", known, group_id=group_id)
    return desk.did(writing.change)


def set_organization(desk: Desk, ids: Sequence[int], name: str) -> Change:
    """Note the organization comments speak for."""
    found, hearing_id, subject = _picked(desk, ids)
    with desk.store.action("organization", subject, hearing_id) as writing:
        for row in found:
            writing.act.update("comment", row["id"], organization=name.strip())
    return desk.did(writing.change)


def toggle_theme(desk: Desk, ids: Sequence[int], theme_id: int, on: bool | None = None) -> Change:
    """Put a theme on comments or take it off; None puts it on unless all of them carry it."""
    found, hearing_id, subject = _picked(desk, ids)
    joined = lookups.theme_rows(desk.store, ids, theme_id)
    carrying = {comment_id for comment_id, row in joined.items() if row["void"] is None}
    wanted = on if on is not None else len(carrying) < len(found)
    with desk.store.action("theme on" if wanted else "theme off", subject, hearing_id) as writing:
        for row in found:
            if (row["id"] in carrying) is wanted:
                continue
            if row["id"] in joined:
                writing.act.update("comment_theme", joined[row["id"]]["id"], void=None if wanted else "taken off")
            else:
                writing.act.insert("comment_theme", {"comment_id": row["id"], "theme_id": theme_id})
            writing.act.touched.add(("comment", row["id"]))
    return desk.did(writing.change)


def add_quote(
    desk: Desk, comment_id: int, start: int, end: int, *, theme_id: int | None = None, key: bool = True
) -> tuple[int, Change]:
    """Mark a passage word for word as it stands in the text, by its code points; returns its id."""
    comment = get_comment(desk, comment_id)
    quoted = comment.text[start:end]
    require_one(
        matches(comment.text, start, end, quoted) and bool(quoted.strip()),
        "Select the words to quote in the text first. Nothing was marked.",
    )
    fields: dict[str, Value] = {"start": start, "end": end, "text": quoted, "kind": str(PassageKind.VERBATIM)}
    return _add_passage(desk, comment_id, fields, theme_id, key)


def add_paraphrase(desk: Desk, comment_id: int, text: str, *, theme_id: int | None = None) -> tuple[int, Change]:
    """Note what was said in other words; it is printed without quotation marks. Returns its id."""
    require_one(bool(text.strip()), "The paraphrase is empty. Nothing was saved.")
    fields: dict[str, Value] = {"text": text.strip(), "kind": str(PassageKind.PARAPHRASE)}
    return _add_passage(desk, comment_id, fields, theme_id, True)


def _add_passage(
    desk: Desk, comment_id: int, fields: dict[str, Value], theme_id: int | None, key: bool
) -> tuple[int, Change]:
    """Make one passage."""
    comment = get_comment(desk, comment_id)
    _, hearing_id, subject = _picked(desk, [comment_id])
    anchor: dict[str, Value] = {"comment_id": comment_id, "version": comment.version, "theme_id": theme_id}
    with desk.store.action("quote", subject, hearing_id) as writing:
        made = writing.act.insert("passage", {**anchor, "key_quote": int(key), **fields})
        writing.act.touched.add(("comment", comment_id))
    return made, desk.did(writing.change)


def remove_passage(desk: Desk, comment_id: int, passage_id: int) -> Change:
    """Take the mark off a passage."""
    return _change_passage(desk, comment_id, passage_id, "quote removed", {"void": "taken off"})


def set_passage_theme(desk: Desk, comment_id: int, passage_id: int, theme_id: int | None) -> Change:
    """Note which theme a quote is about."""
    return _change_passage(desk, comment_id, passage_id, "theme of a quote", {"theme_id": theme_id})


def move_passage(desk: Desk, comment_id: int, passage_id: int, start: int, end: int) -> Change:
    """Grow or shrink a marked quote to other bounds in the text."""
    comment = get_comment(desk, comment_id)
    quoted = comment.text[start:end]
    require_one(
        matches(comment.text, start, end, quoted) and bool(quoted.strip()),
        "There is no more text on that side. Nothing was changed.",
    )
    place: dict[str, Value] = {"start": start, "end": end, "text": quoted, "version": comment.version, "lost": 0}
    return _change_passage(desk, comment_id, passage_id, "quote", place)


def _change_passage(desk: Desk, comment_id: int, passage_id: int, kind: str, fields: dict[str, Value]) -> Change:
    """Change one passage of a comment."""
    _, hearing_id, subject = _picked(desk, [comment_id])
    with desk.store.action(kind, subject, hearing_id) as writing:
        writing.act.update("passage", passage_id, **fields)
        if writing.act.touched:
            writing.act.touched.add(("comment", comment_id))
    return desk.did(writing.change)


def next_to_tag(desk: Desk, hearing_id: int, after: int | None, wanted: CommentFilter) -> int | None:
    """Return the next comment without a stance in a filter's order, from the top again if need be."""
    everything = listing.list_ids(desk.store, hearing_id, wanted)
    open_ones = set(listing.list_ids(desk.store, hearing_id, wanted.but(stances=(NOT_TAGGED,))))
    start = everything.index(after) + 1 if after is not None and after in everything else 0
    order = [*everything[start:], *everything[:start]]
    return next((i for i in order if i in open_ones and i != after), None)
