"""The same file again adds nothing, and a form letter from another person is never taken for a copy."""

from frhearing.intake.already_here import Arrival, OnRecord, find_known

ANYONE = ("", "", "", "")


def arrival(
    row: str, *, file: str = "f1", mark: str = "portal", name: str = "", text: str = "t", who=ANYONE
) -> Arrival:
    return Arrival(file, row, mark, name, text, who)


def record(*arrivals: Arrival) -> list[OnRecord]:
    return [
        OnRecord(number, one.sha256, one.row, one.fingerprint, one.identity, one.text_sha256, one.sender)
        for number, one in enumerate(arrivals, 1)
    ]


def numbers(found: list[OnRecord | None]) -> list[int | None]:
    return [one.number if one else None for one in found]


def test_into_an_empty_hearing_everything_is_new() -> None:
    assert find_known([], [arrival("2"), arrival("3")]) == [None, None]


def test_the_same_rows_of_the_same_file_are_here_whatever_was_mapped() -> None:
    first = [arrival("2", name="A"), arrival("3"), arrival("4")]
    again = [arrival("2", text="other column", mark="else"), arrival("3", who=("Jane", "", "", "")), arrival("5")]
    assert numbers(find_known(record(*first), again)) == [1, 2, None]


def test_the_sources_own_name_for_it_counts_within_its_kind_of_source() -> None:
    held = record(arrival("2", name="7", text="one"))
    assert numbers(find_known(held, [arrival("9", file="f2", name="7", text="changed")])) == [1]
    assert numbers(find_known(held, [arrival("9", file="f2", mark="other", name="7", text="changed")])) == [None]
    assert numbers(find_known(held, [arrival("9", file="f2", mark="other", name="7", text="one")])) == [1]


def test_copies_of_a_form_letter_count_as_often_as_they_come() -> None:
    held = record(arrival("2"), arrival("3"))
    weekly = [arrival(str(row), file="f2") for row in range(2, 6)]
    assert numbers(find_known(held, weekly)) == [1, 2, None, None]


def test_the_same_words_from_another_sender_or_another_source_are_new() -> None:
    held = record(arrival("2", who=("Jane", "", "", "2/3/2026")))
    assert numbers(find_known(held, [arrival("2", file="f2", who=("Pat", "", "", "2/3/2026"))])) == [None]
    assert numbers(find_known(held, [arrival("2", file="f2", mark="x", who=("Jane", "", "", "2/3/2026"))])) == [None]


def test_letters_with_the_same_words_in_other_files_are_new() -> None:
    held = record(arrival("1", mark=""))
    assert numbers(find_known(held, [arrival("1", file="f2", mark="")])) == [None]
    assert numbers(find_known(held, [arrival("1", mark="")])) == [1]


def test_a_row_keeps_its_own_place_before_a_copy_can_take_it() -> None:
    held = record(arrival("2", file="f2"))
    copy, itself = arrival("2", file="f1"), arrival("2", file="f2")
    assert numbers(find_known(held, [copy, itself])) == [None, 1]
