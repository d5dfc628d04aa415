"""Names, days, lists and hearings: what the desk refuses, and what stays apart."""

from pathlib import Path

import pytest
from changed import replace
from clerk import open_hearing, record

from frhearing.desk import codebook, coding, figures, hearings, importing, records, testimony
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.comment import NewComment
from frhearing.model.errors import NotFound, Refused
from frhearing.model.filter import CommentFilter
from frhearing.model.position import Stance
from frhearing.model.question import NewQuestion
from frhearing.store.connection import IntegrityError


@pytest.fixture
def opened(tmp_path: Path):
    desk, hearing = open_hearing(tmp_path)
    with desk:
        yield desk, hearing
        report = records.check(desk)
        assert report.ok, report.lines


def numbers(desk: Desk, hearing: int, **wanted: object) -> list[int]:
    ids = testimony.list_ids(desk, hearing, CommentFilter(**wanted))
    return sorted(testimony.get_comment(desk, i).number for i in ids)


def test_a_comment_needs_a_name_or_a_text(opened) -> None:
    desk, hearing = opened
    for new in (NewComment(""), NewComment("  \n", name=" ")):
        with pytest.raises(Refused, match="neither a name nor a text"):
            testimony.record_comment(desk, hearing, new)
    record(desk, hearing, "", name="Ann Bo")


def test_days_follow_the_hearing_zone(opened) -> None:
    desk, hearing = opened
    record(desk, hearing, received_at="2026-02-20T04:30:00Z")  # the evening before in Chicago
    assert [*figures.tally(desk, hearing).questions[0].by_day] == ["2026-02-19"]
    hearings.update_hearing(desk, hearing, zone="Europe/Berlin")
    assert [*figures.tally(desk, hearing).questions[0].by_day] == ["2026-02-20"]
    with pytest.raises(Refused, match="not a time zone"):
        hearings.update_hearing(desk, hearing, zone="Mars/Olympus")


@pytest.mark.parametrize("at", ["yesterday", "2026-02-30T00:00:00Z", "2026-02-20", "2026-02-20T10:00:00"])
def test_an_instant_that_is_none_is_refused(opened, at: str) -> None:
    desk, hearing = opened
    one = record(desk, hearing)
    with pytest.raises(Refused, match="instant"):
        record(desk, hearing, received_at=at)
    with pytest.raises(Refused, match="instant"):
        testimony.update_comment(desk, one, received_at=at)


def test_two_groups_or_themes_never_share_a_name(opened) -> None:
    desk, hearing = opened
    groups = codebook.list_groups(desk)
    for name in (groups[1].name, groups[1].name.upper(), "No group"):
        with pytest.raises(Refused):
            codebook.rename_group(desk, groups[0].id, name)
    with pytest.raises(Refused):
        codebook.add_group(desk, "no group")
    assert codebook.add_group(desk, groups[0].name.lower())[0] == groups[0].id
    one, two = codebook.list_themes(desk, hearing)
    with pytest.raises(Refused, match="already"):
        codebook.update_theme(desk, one.id, name=two.name.upper())
    codebook.update_theme(desk, one.id, name=one.name.upper())


def test_a_theme_never_stands_under_itself(opened) -> None:
    desk, hearing = opened
    one, two = codebook.list_themes(desk, hearing)
    codebook.update_theme(desk, two.id, parent_id=one.id)
    with pytest.raises(Refused, match="under itself"):
        codebook.update_theme(desk, one.id, parent_id=two.id)


def test_what_is_in_use_is_not_taken_out_of_the_lists(opened) -> None:
    desk, hearing = opened
    group = codebook.list_groups(desk)[0]
    theme = codebook.list_themes(desk, hearing)[0]
    one = record(desk, hearing, group_id=group.id)
    coding.toggle_theme(desk, [one], theme.id)
    with pytest.raises(Refused):
        codebook.retire_group(desk, group.id)
    with pytest.raises(Refused):
        codebook.retire_theme(desk, theme.id)
    coding.set_group(desk, [one], None)
    coding.toggle_theme(desk, [one], theme.id)
    codebook.retire_group(desk, group.id)
    codebook.retire_theme(desk, theme.id)
    assert group.id not in [g.id for g in codebook.list_groups(desk)]


def test_a_campaign_made_again_after_an_undo_is_found(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing)
    testimony.update_comment(desk, one, campaign="Form A")
    desk.undo()
    testimony.update_comment(desk, one, campaign="Form A")
    assert numbers(desk, hearing, campaign="Form A") == [1]
    assert testimony.facets(desk, hearing).campaigns == {"Form A": 1}


def test_a_fault_in_an_action_leaves_nothing_of_it(opened) -> None:
    desk, hearing = opened
    before = desk.store.value("SELECT count(*) FROM change")
    with pytest.raises(IntegrityError):
        record(desk, hearing, group_id=None, channel="pigeon")
    with pytest.raises(NotFound):
        record(desk, hearing, group_id=4711)
    assert desk.store.value("SELECT count(*) FROM change") == before
    assert numbers(desk, hearing) == []


def test_two_hearings_stand_apart(tmp_path: Path) -> None:
    from clerk import HEARING

    from frhearing.desk.searching import count_hits, search

    desk, one = open_hearing(tmp_path)
    with desk:
        old = [record(desk, one, f"About the bridge, {i}.") for i in range(3)]
        two, _ = hearings.create_hearing(desk, HEARING)
        for i in range(60):
            record(desk, two, f"About the bridge too, {i}.")
        # More hits in a newer hearing must not push those of the older one out of the answer.
        assert [h.comment_id for h in search(desk, "bridge", one, limit=2)] == [old[2], old[1]]
        assert count_hits(desk, "bridge", one) == (3, False)
        assert count_hits(desk, "bridge") == (63, False)
        assert {h.hearing_id for h in search(desk, "bridge", two)} == {two}
        assert numbers(desk, two) == list(range(1, 61))


def test_an_undone_import_hides_no_older_hits(opened) -> None:
    from frhearing.desk.searching import count_hits, search

    desk, hearing = opened
    one = record(desk, hearing, "About the bridge.")
    rows = "\n".join(f"a{i}@b.org\tThe bridge {i}." for i in range(1200))
    importing.add(desk, importing.paste(desk, hearing, "Email\tComment\n" + rows))
    assert count_hits(desk, "bridge", hearing) == (1201, False)
    desk.undo()
    assert [h.comment_id for h in search(desk, "bridge", hearing)] == [one]
    assert count_hits(desk, "bridge") == (1, False)


def test_a_certified_record_is_locked(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        one = record(desk, hearing)
        with desk.store.action("test", "", hearing) as writing:
            writing.act.update("hearing", hearing, status="certified")
        writes = (
            lambda: record(desk, hearing),
            lambda: coding.set_stance(desk, [one], 1, Stance.OPPOSE),
            lambda: testimony.edit_text(desk, one, "x", "y"),
            lambda: testimony.set_flag(desk, [one], True),
            lambda: hearings.update_hearing(desk, hearing, place="x"),
            lambda: hearings.add_question(desk, hearing, NewQuestion("?")),
        )
        for write in writes:
            with pytest.raises(Refused, match="certified and locked"):
                write()


def test_hearings_are_found_by_id_and_by_title(opened) -> None:
    desk, hearing = opened
    assert hearings.find_hearing(desk, str(hearing)) == hearing
    assert hearings.find_hearing(desk, "The pause") == hearing
    for nobody in ("7", "the pause", "", "9" * 40, "\udcff"):
        with pytest.raises(NotFound):
            hearings.find_hearing(desk, nobody)
    year, _ = hearings.create_hearing(desk, _named("2026"))
    assert hearings.find_hearing(desk, "2026") == year
    hearings.create_hearing(desk, _named("The pause"))
    with pytest.raises(Refused, match="2 hearings"):
        hearings.find_hearing(desk, "The pause")


def _named(title: str):
    from clerk import HEARING

    return replace(HEARING, title=title)


def test_a_hearing_without_title_body_date_or_words_is_refused(opened) -> None:
    desk, _ = opened
    from clerk import HEARING

    for change in ({"title": " "}, {"body": ""}, {"date": "tomorrow"}, {"questions": (NewQuestion(" "),)}):
        with pytest.raises(Refused):
            hearings.create_hearing(desk, replace(HEARING, **change))


def test_bulk_tagging_is_one_step(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        ids = [record(desk, hearing, f"{i}") for i in range(600)]
        change = coding.set_stance(desk, ids, 1, Stance.SUPPORT)
        assert change.subject == "600 comments"
        assert testimony.facets(desk, hearing).stances["support"] == 600
        desk.undo()
        assert testimony.facets(desk, hearing).stances.get("support", 0) == 0
        assert len(numbers(desk, hearing)) == 600


def test_next_to_tag_goes_round(opened) -> None:
    desk, hearing = opened
    one, two, three = (record(desk, hearing, f"{i}") for i in range(3))
    wanted = CommentFilter(descending=False)
    assert coding.next_to_tag(desk, hearing, None, wanted) == one
    assert coding.next_to_tag(desk, hearing, three, wanted) == one
    coding.set_stance(desk, [one, three], 1, Stance.SUPPORT)
    assert coding.next_to_tag(desk, hearing, one, wanted) == two
    assert coding.next_to_tag(desk, hearing, two, wanted) is None


def test_who_wrote_is_in_the_log(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path, who="First Clerk")
    with desk:
        one = record(desk, hearing, name="Ann")
    with open_desk(tmp_path, who="Second Clerk") as desk:
        testimony.update_comment(desk, one, name="Anna")
        assert [(e.field, e.old, e.new, e.who) for e in testimony.history(desk, one)][-1] == (
            "name",
            "Ann",
            "Anna",
            "Second Clerk",
        )
        lines = records.audit_log(desk, hearing)
        assert lines[0].who == "Second Clerk"
        assert lines[0].comment_id == one
        assert "Ann → Anna" in lines[0].detail
        assert [line.action for line in lines] == sorted((line.action for line in lines), reverse=True)
        assert records.audit_log(desk, hearing, "First Clerk")
        assert records.audit_log(desk, hearing, before=lines[0].action)[0] == lines[1]
