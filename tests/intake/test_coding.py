"""From the source's words to a comment, with everything doubtful marked and nothing made up."""

import pytest

from frhearing.intake.coding import Coder, Incoming, Problem, ProblemKind
from frhearing.intake.draft import Draft, SourceKind
from frhearing.intake.mapping import ColumnMap
from frhearing.model.comment import Channel, Timeliness
from frhearing.model.position import Stance

TEXT = "I have thought about this for a while and I oppose it."


def code(*drafts: Draft, kind: SourceKind = SourceKind.TABLE) -> tuple[list[Incoming], list[Problem], list[str]]:
    mapping = ColumnMap({}, {"group": {"cops": "Police union"}, "stance": {"thumbs down": "oppose"}})
    coder = Coder(mapping, kind, "America/Chicago", ["Police union", "Resident"], [1, 2])
    return coder.code_all(drafts), coder.problems, coder.notes


def draft(**fields: object) -> Draft:
    return Draft("a.csv", 2, **{"text": TEXT} | fields)  # type: ignore[arg-type]  # fields are those of Draft


def test_a_whole_row_becomes_a_comment() -> None:
    (one,), problems, notes = code(
        draft(
            name="Jane Roe",
            group="cops",
            received="2/3/2026 4:12 PM",
            channel="E-mail",
            language="Spanish",
            external_id=" A-1 ",
            stances={1: "thumbs down", 2: "yes"},
        )
    )
    comment = one.comment
    assert (comment.text, comment.name, comment.channel, comment.language) == (TEXT, "Jane Roe", Channel.EMAIL, "es")
    assert (comment.received_at, comment.received_as_written) == ("2026-02-03T22:12:00Z", "2/3/2026 4:12 PM")
    assert comment.stances == {1: Stance.OPPOSE, 2: Stance.SUPPORT}
    assert (one.group, one.identity, comment.external_id) == ("Police union", "A-1", " A-1 ")
    assert problems == []
    assert notes == ["The dates could be read in two ways; they were read as month/day/year."]


@pytest.mark.parametrize(
    ("fields", "kind", "said"),
    [
        ({"stances": {1: "unclear"}}, ProblemKind.NO_CODE, "stance “unclear” has no code"),
        ({"stances": {3: "support"}}, None, ""),  # told once for the column, see columns_not_taken
        ({"channel": "pigeon"}, ProblemKind.NO_CODE, "channel “pigeon”"),
        ({"group": "Clowns"}, ProblemKind.NEW_GROUP, "group “Clowns” is new"),
        ({"text": " \n"}, ProblemKind.NO_TEXT, "no text; type it in"),
        ({"text": "Please see attached."}, ProblemKind.ATTACHMENT, "speaks of an attachment"),
        ({"attachments": "2"}, ProblemKind.ATTACHMENT, "names attachments (2)"),
        ({"external_id": "9.00006E+14"}, ProblemKind.RUINED_ID, "cut its number short"),
        ({"received": "5 months ago"}, ProblemKind.DATE, "kept as written"),
        ({"received": "2/30/2026"}, ProblemKind.DATE, "no day of the calendar"),
        ({"received": "0001-01-01"}, None, ""),
        ({"attachments": "N/A", "group": "residents"}, None, ""),
    ],
)
def test_what_is_doubtful_is_marked_and_taken_in(
    fields: dict[str, object], kind: ProblemKind | None, said: str
) -> None:
    (one,), problems, _ = code(draft(**fields))
    assert one.draft == draft(**fields)
    assert [problem.kind for problem in problems] == ([kind] if kind else [])
    assert all(said in problem.sentence for problem in problems)


def test_an_undated_row_among_dated_ones_is_marked_and_a_source_without_dates_told_once() -> None:
    rows, problems, _ = code(draft(received="2/25/2026"), draft())
    assert [row.comment.timeliness for row in rows] == [Timeliness.TIMELY, Timeliness.UNDATED]
    assert [problem.kind for problem in problems] == [ProblemKind.UNDATED]
    _, problems, notes = code(draft(), draft())
    assert problems == []
    assert "undated" in notes[0]


def test_an_identifier_that_stands_twice_identifies_nothing() -> None:
    rows, problems, _ = code(draft(external_id="7"), draft(external_id="7"), draft(external_id="8"))
    assert [row.identity for row in rows] == ["", "", "8"]
    assert [problem.kind for problem in problems] == [ProblemKind.REPEATED_ID] * 2


@pytest.mark.parametrize(
    ("kind", "channel"),
    [(SourceKind.TABLE, Channel.WEB_FORM), (SourceKind.TEXT, Channel.OTHER), (SourceKind.PASTED, Channel.EMAIL)],
)
def test_the_channel_follows_the_kind_of_source_unless_it_is_said(kind: SourceKind, channel: Channel) -> None:
    assert code(draft(), kind=kind)[0][0].comment.channel is channel
