"""What came too late to be considered stays on the record and is listed; no count has it, in any view or on paper."""

from pathlib import Path

import pytest
from clerk import open_hearing, record

from frhearing.cli.output import print_tally
from frhearing.desk import charts, coding, figures, hearings, records, testimony
from frhearing.desk.products import Format, Product, make
from frhearing.desk.summaries import PrintOptions
from frhearing.model.comment import CommentStatus, Timeliness
from frhearing.model.filter import BUILT_IN_VIEWS, CommentFilter
from frhearing.model.position import Stance
from frhearing.model.tally import Scope


@pytest.fixture
def office(tmp_path: Path):
    """Six letters: three in time, one accepted late, two too late, of which one is tagged."""
    desk, hearing = open_hearing(tmp_path)
    with desk:
        for n in range(1, 7):
            late = {4: Timeliness.LATE_ACCEPTED, 5: Timeliness.LATE_NOT_CONSIDERED, 6: Timeliness.LATE_NOT_CONSIDERED}
            made = record(
                desk,
                hearing,
                f"Letter {n}.",
                name=f"Writer {n}",
                received_at="2026-02-19T18:00:00Z",
                timeliness=late.get(n, Timeliness.TIMELY),
            )
            if n not in (3, 6):
                coding.set_stance(desk, [made], 1, Stance.SUPPORT)
        yield desk, hearing


def shown(desk, hearing, **wanted):
    ids = testimony.list_ids(desk, hearing, CommentFilter(descending=False, **wanted))
    return [testimony.get_comment(desk, one).number for one in ids]


def test_no_count_has_what_came_too_late(office, capsys: pytest.CaptureFixture[str]) -> None:
    desk, hearing = office
    tally = figures.tally(desk, hearing)
    assert (tally.on_record, tally.counted, tally.written, tally.outside_total) == (6, 4, 4, 2)
    assert (tally.late_numbers, tally.not_considered, dict(tally.outside)) == ((4,), (5, 6), {})
    assert (tally.questions[0].stances[Stance.SUPPORT], tally.questions[0].stances.not_tagged) == (3, 1)
    told = figures.tally_json(desk, hearing)
    print_tally(told)
    assert "2 too late to be considered, listed and not counted." in capsys.readouterr().out
    assert (told["counted"], told["late"], told["late_not_considered"]) == (4, 1, 2)
    facets = testimony.facets(desk, hearing, 1)
    assert (facets.total, facets.tallied, facets.to_tag) == (6, 4, 1)
    assert facets.stances["support"] == 3
    [card] = hearings.list_hearings(desk)
    assert (card.comments, card.to_tag) == (6, 1)
    assert records.check(desk).ok


def test_every_view_shows_what_its_number_counts(office) -> None:
    desk, hearing = office
    assert shown(desk, hearing, stances=("support",)) == [1, 2, 4]
    assert shown(desk, hearing, stances=("not_tagged",)) == [3]
    assert shown(desk, hearing, counted=True) == [1, 2, 3, 4]
    assert shown(desk, hearing, counted=False) == [5, 6]
    assert shown(desk, hearing, timeliness=("late_not_considered",)) == [5, 6]
    assert testimony.list_ids(desk, hearing, charts.counted_filter(Scope(), 1)) == testimony.list_ids(
        desk, hearing, CommentFilter(counted=True)
    )
    [outside] = [view.filter for view in BUILT_IN_VIEWS if view.name == "Outside the tally"]
    assert len(testimony.list_ids(desk, hearing, outside)) == 2
    testimony.set_status(desk, [1], CommentStatus.WITHDRAWN, "asked for")
    assert shown(desk, hearing, counted=False) == [1, 5, 6]
    assert records.check(desk).ok


def test_it_is_listed_in_print_with_the_reason_and_not_as_counted(office) -> None:
    desk, hearing = office

    def text(**options):
        return " ".join(make(desk, hearing, Product.FULL, Format.TXT, PrintOptions(**options)).data.decode().split())

    said = text()
    assert "4 of 6 comments on the record are counted." in said
    assert "2 too late to be considered; still on the record, and listed with the reason" in said
    assert "Late, not considered: not counted" in said
    assert said.count("Late, not considered") == 4
    assert "Letter 5." in said
    assert "2 por llegar demasiado tarde" in text(language="es")
    assert (
        "4 comments were received in writing, 1 of them late and accepted."
        in make(desk, hearing, Product.MINUTES, Format.TXT).data.decode()
    )


def test_what_is_counted_again_is_accepted_late_and_undone_in_one_step(office) -> None:
    desk, hearing = office
    testimony.set_status(desk, [5, 1], CommentStatus.ACCEPTED, "")
    assert testimony.get_comment(desk, 5).timeliness is Timeliness.LATE_ACCEPTED
    assert testimony.get_comment(desk, 1).timeliness is Timeliness.TIMELY
    assert figures.tally(desk, hearing).counted == 5
    assert records.check(desk).ok
    desk.undo()
    assert testimony.get_comment(desk, 5).timeliness is Timeliness.LATE_NOT_CONSIDERED
    assert figures.tally(desk, hearing).counted == 4
