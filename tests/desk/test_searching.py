"""What is typed into the search finds what a reader would expect; signs are never a language of their own."""

from pathlib import Path

import pytest
from clerk import open_hearing

from frhearing.desk import searching, testimony
from frhearing.model.comment import NewComment

TEXTS = (
    "The quick brown fox, and not or near",
    "A brown quick fix",
    "José said niño café",
    'Don\'t stop; the "quoted phrase" is here',
    "人脸识别 应该 停止",
    "a_b under_score, title: x",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("quick brown", {1, 2}),
        ('"quick brown"', {1}),
        ('"brown quick"', {2}),
        ("“brown quick” fix", {2}),
        ('"quick bro', {1}),
        ('"quick bro"', set()),
        ("bro fix", set()),
        ("bro* fix", {2}),
        ("fo*", {1}),
        ("nino CAFE", {3}),
        ("don't", {4}),
        ('"don\'t stop"', {4}),
        ('"stop don\'t"', set()),
        ("人脸", {5}),
        ("under_score", {6}),
        ("title:", {6}),
        ("name:fox", set()),
        ("quick AND fox", {1}),
        ("brown OR nothing", set()),
        ("Speaker4", {4}),
        ("NEAR(((", {1}),
        *((sign, set()) for sign in ('"', '""', "*", "(", "^", "“", "'", "", " ", "-", '" "')),
    ],
)
def test_what_is_typed_is_found(tmp_path: Path, query: str, found: set[int]) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        for at, text in enumerate(TEXTS, 1):
            testimony.record_comment(desk, hearing, NewComment(text, f"Speaker{at}"))
        assert {hit.number for hit in searching.search(desk, query, hearing)} == found
        assert searching.count_hits(desk, query, hearing) == (len(found), False)
