"""The rules of the record, as a clerk meets them: numbers, received texts, quotes, stances, withdrawals."""

from pathlib import Path

import pytest
from clerk import open_hearing, record, stance_of
from hypothesis import given
from hypothesis import strategies as st

from frhearing.desk import codebook, coding, figures, hearings, importing, records, testimony
from frhearing.desk.desk import Desk
from frhearing.model.comment import Channel, CommentStatus
from frhearing.model.errors import NotFound, Refused
from frhearing.model.filter import NOT_TAGGED, CommentFilter
from frhearing.model.passage import matches, nearest
from frhearing.model.position import Stance, StanceSource


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


# Numbers


def test_a_number_is_never_used_twice(opened) -> None:
    desk, hearing = opened
    record(desk, hearing, "one")
    record(desk, hearing, "two")
    desk.undo()
    three = record(desk, hearing, "three")
    assert testimony.get_comment(desk, three).number == 3
    importing.add(desk, importing.paste(desk, hearing, "Email\tComment\na@b.org\tI say no.\nc@d.org\tYes please.\n"))
    assert numbers(desk, hearing) == [1, 3, 4, 5]
    desk.undo()
    assert numbers(desk, hearing) == [1, 3]
    record(desk, hearing, "six")
    assert numbers(desk, hearing) == [1, 3, 6]
    testimony.void_comment(desk, three, "entered twice")
    record(desk, hearing, "seven")
    assert numbers(desk, hearing) == [1, 6, 7]


def test_a_number_refused_in_the_middle_is_not_lost(opened) -> None:
    desk, hearing = opened
    with pytest.raises(NotFound):
        record(desk, hearing, "one", stances={9: Stance.SUPPORT})
    assert testimony.get_comment(desk, record(desk, hearing, "one")).number == 1


# Texts


def test_a_received_text_stays_and_a_correction_needs_a_reason(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing, "I oppse this.", channel=Channel.EMAIL)
    with pytest.raises(Refused, match="needs a reason"):
        testimony.edit_text(desk, one, "I oppose this.")
    testimony.edit_text(desk, one, "I oppose this.", "typing error")
    comment = testimony.get_comment(desk, one)
    assert (comment.text, comment.version, comment.versions) == ("I oppose this.", 2, 2)
    first, second = testimony.text_versions(desk, one)
    assert (first.text, second.text, second.reason) == ("I oppse this.", "I oppose this.", "typing error")


def test_an_edit_taken_back_leaves_no_trace_in_the_versions(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing, "First words.")
    testimony.edit_text(desk, one, "Second words.", "misheard")
    desk.undo()
    assert testimony.get_comment(desk, one).text == "First words."
    assert testimony.get_comment(desk, one).versions == 1
    testimony.edit_text(desk, one, "Third words.", "misheard")
    comment = testimony.get_comment(desk, one)
    assert (comment.text, comment.versions) == ("Third words.", 2)
    assert [v.text for v in testimony.text_versions(desk, one)] == ["First words.", "Third words."]


def test_the_search_follows_the_text(opened) -> None:
    from frhearing.desk.searching import search

    desk, hearing = opened
    one = record(desk, hearing, "Apples are fine.", name="Ann Bo")
    assert [h.comment_id for h in search(desk, "apples")] == [one]
    testimony.edit_text(desk, one, "Pears are fine.", "misheard")
    assert search(desk, "apples") == []
    assert [h.comment_id for h in search(desk, "pears")] == [one]
    testimony.update_comment(desk, one, name="Cy Dee")
    assert search(desk, "ann") == []
    assert [h.comment_id for h in search(desk, "dee")] == [one]
    desk.undo()
    desk.undo()
    assert [h.comment_id for h in search(desk, "apples")] == [one]


# Quotes


def test_quotes_follow_their_words_or_are_marked_lost(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing, "No cameras. I was there. No cameras.")
    quote, _ = coding.add_quote(desk, one, 25, 36)
    testimony.edit_text(desk, one, "No cameras. I was there. No cameras. Thank you.", "left out")
    (passage,) = testimony.get_comment(desk, one).passages
    assert (passage.start, passage.end, passage.lost) == (25, 36, False)  # the nearer of two
    testimony.edit_text(desk, one, "Well. No cameras. I was there. No cameras!", "misheard")
    (passage,) = testimony.get_comment(desk, one).passages
    assert (passage.start, passage.text, passage.lost) == (6, "No cameras.", False)
    testimony.edit_text(desk, one, "I was there.", "misheard")
    (passage,) = testimony.get_comment(desk, one).passages
    assert passage.lost
    coding.move_passage(desk, one, quote, 0, 12)
    (passage,) = testimony.get_comment(desk, one).passages
    assert (passage.text, passage.lost, passage.version) == ("I was there.", False, 4)


def test_only_words_that_stand_there_can_be_quoted(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing, "Short. ")
    for start, end in ((0, 99), (-3, 4), (5, 5), (4, 2), (6, 7)):
        with pytest.raises(Refused):
            coding.add_quote(desk, one, start, end)


@given(st.text("ab ", max_size=30), st.text("ab", min_size=1, max_size=3), st.integers(0, 30))
def test_the_nearest_place_of_a_quote(text: str, quoted: str, place: int) -> None:
    places = [i for i in range(len(text)) if text.startswith(quoted, i)]
    found = nearest(text, quoted, place)
    if not places:
        assert found == -1
    else:
        assert matches(text, found, found + len(quoted), quoted)
        assert abs(found - place) == min(abs(i - place) for i in places)


# Stances


def test_the_latest_stated_stance_counts_and_an_inferred_one_only_alone(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing, stances={1: Stance.SUPPORT}, source=StanceSource.SLIP, channel=Channel.IN_PERSON)
    coding.set_stance(desk, [one], 1, Stance.OPPOSE)
    assert stance_of(desk, one) is Stance.OPPOSE
    assert [p.stance for p in testimony.get_comment(desk, one).positions] == [Stance.SUPPORT, Stance.OPPOSE]
    two = record(desk, hearing)
    coding.set_stance(desk, [two], 1, Stance.MIXED, inferred=True)
    assert figures.tally(desk, hearing).questions[0].stances.inferred == 1
    coding.set_stance(desk, [two], 1, Stance.NEUTRAL)
    assert stance_of(desk, two) is Stance.NEUTRAL
    assert figures.tally(desk, hearing).questions[0].stances.inferred == 0


def test_a_stance_that_stands_already_writes_nothing(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing)
    assert not coding.set_stance(desk, [one], 1, Stance.OPPOSE).nothing
    assert coding.set_stance(desk, [one], 1, Stance.OPPOSE).nothing
    assert not coding.set_stance(desk, [one], 1, Stance.OPPOSE, condition="unless lit").nothing


def test_a_cleared_stance_is_not_tagged_and_not_not_stated(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing)
    coding.set_stance(desk, [one], 1, Stance.NOT_STATED)
    counts = figures.tally(desk, hearing).questions[0].stances
    assert (counts[Stance.NOT_STATED], counts.not_tagged) == (1, 0)
    coding.clear_stance(desk, [one], 1)
    counts = figures.tally(desk, hearing).questions[0].stances
    assert (counts[Stance.NOT_STATED], counts.not_tagged) == (0, 1)
    assert numbers(desk, hearing, stances=(NOT_TAGGED,)) == [1]


def test_stances_on_several_questions_stand_apart(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing)
    coding.set_stance(desk, [one], 1, Stance.OPPOSE)
    coding.set_stance(desk, [one], 2, Stance.SUPPORT)
    assert (stance_of(desk, one, 1), stance_of(desk, one, 2)) == (Stance.OPPOSE, Stance.SUPPORT)
    with pytest.raises(NotFound, match="no question 3"):
        coding.set_stance(desk, [one], 3, Stance.SUPPORT)
    coding.clear_stance(desk, [one], 1)
    assert (stance_of(desk, one, 1), stance_of(desk, one, 2)) == (None, Stance.SUPPORT)


def test_the_words_of_a_tagged_question_change_only_with_a_reason(opened) -> None:
    desk, hearing = opened
    question = hearings.get_hearing(desk, hearing).questions[0].id
    hearings.update_question(desk, question, text="Should the pause end?")
    coding.set_stance(desk, [record(desk, hearing)], 1, Stance.OPPOSE)
    with pytest.raises(Refused, match="Give a reason"):
        hearings.update_question(desk, question, text="Should the pause stay?")
    hearings.update_question(desk, question, text="Should the pause stay?", reason="the chair restated it")
    with pytest.raises(Refused, match="it stays"):
        hearings.remove_question(desk, question)


# Withdrawals


def test_a_withdrawn_comment_stays_listed_and_leaves_the_tally(opened) -> None:
    desk, hearing = opened
    ids = [record(desk, hearing, f"{i}", stances={1: Stance.SUPPORT}) for i in range(3)]
    with pytest.raises(Refused, match="Give a reason"):
        testimony.set_status(desk, ids[:1], CommentStatus.WITHDRAWN, " ")
    testimony.set_status(desk, ids[:1], CommentStatus.WITHDRAWN, "asked by the writer")
    counts = figures.tally(desk, hearing)
    assert (counts.on_record, counts.counted) == (3, 2)
    assert counts.outside_numbers == {CommentStatus.WITHDRAWN: (1,)}
    assert counts.questions[0].stances[Stance.SUPPORT] == 2
    assert numbers(desk, hearing) == [1, 2, 3]
    assert numbers(desk, hearing, statuses=("withdrawn",)) == [1]
    # The number beside a stance is the number of comments its filter shows.
    assert testimony.facets(desk, hearing).stances["support"] == 2
    assert numbers(desk, hearing, stances=("support",)) == [2, 3]
    assert numbers(desk, hearing, stances=("support",), statuses=("withdrawn",)) == [1]
    desk.undo()
    assert figures.tally(desk, hearing).counted == 3


def test_a_comment_taken_off_is_in_no_list_and_no_count(opened) -> None:
    desk, hearing = opened
    one = record(desk, hearing, "Twice.", stances={1: Stance.SUPPORT})
    theme = codebook.list_themes(desk, hearing)[0]
    coding.toggle_theme(desk, [one], theme.id)
    testimony.void_comment(desk, one, "entered twice")
    assert numbers(desk, hearing) == []
    assert figures.tally(desk, hearing).on_record == 0
    assert codebook.list_themes(desk, hearing)[0].comments == 0
    desk.undo()
    assert codebook.list_themes(desk, hearing)[0].comments == 1
