"""One is one and no more."""

from frhearing.model.counted import counted


def test_one_is_one() -> None:
    assert [counted(n, "comment") for n in (0, 1, 2_400)] == ["0 comments", "1 comment", "2,400 comments"]
    assert [counted(n, "entry", "entries") for n in (1, 3)] == ["1 entry", "3 entries"]
