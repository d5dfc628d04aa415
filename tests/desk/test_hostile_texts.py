"""Texts that have broken programs go in and come out unharmed, by every door (7-quality.md, B10 and C8)."""

import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from clerk import open_hearing, record
from hostile import HOSTILE_TEXTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frhearing.desk import (
    codebook,
    coding,
    dossiers,
    drafts,
    exporting,
    hearings,
    importing,
    records,
    searching,
    testimony,
    views,
)
from frhearing.desk.desk import Desk
from frhearing.model.dossier import DossierEntry, DossierKind
from frhearing.model.errors import ClerkError
from frhearing.model.filter import CommentFilter
from frhearing.model.question import NewQuestion

TEXTS = [*HOSTILE_TEXTS, "word " * 200_000 + "end", "\x02marks\x03 of \x02our own", "x" * 1_000_000]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, int, list[int]]]:
    desk, hearing = open_hearing(tmp_path_factory.mktemp("hostile"))
    with desk:
        ids = [record(desk, hearing, text, name=f"Nr {i} {text[:30]}".strip()) for i, text in enumerate(TEXTS)]
        yield desk, hearing, ids


def test_every_text_comes_back_byte_for_byte(filled) -> None:
    desk, _, ids = filled
    for one, text in zip(ids, TEXTS, strict=True):
        comment = testimony.get_comment(desk, one)
        assert comment.text == text
        assert comment.text.encode() == text.encode()
    assert records.check(desk).ok


def test_every_text_goes_through_each_field(filled) -> None:
    desk, hearing, ids = filled
    for text in HOSTILE_TEXTS:
        testimony.update_comment(desk, ids[0], organization=text, subject=text, district=text, email=text)
        comment = testimony.get_comment(desk, ids[0])
        assert (comment.organization, comment.subject, comment.district, comment.email) == (text,) * 4
        if text.strip():
            testimony.edit_text(desk, ids[1], "As corrected: " + text, text)
            testimony.add_memo(desk, ids[1], text)
            coding.set_stance(desk, [ids[1]], 1, coding.Stance.MIXED, condition=text)
            entry = DossierEntry(0, DossierKind.QUOTE, 0, heading=text, text=text, outlet=text)
            dossiers.save_entry(desk, hearing, entry)
            views.save_view(desk, hearing, text, CommentFilter(text=text))
            made, _ = codebook.add_theme(desk, hearing, text, text)
            assert codebook.theme_names(desk, hearing)[made].casefold() == text.strip().casefold()
            hearings.add_question(desk, hearing, NewQuestion(text, text, text))
        assert testimony.known_names(desk, text) is not None
        assert testimony.suggest_group(desk, text, text) is None
    assert records.check(desk).ok
    assert testimony.get_comment(desk, ids[1]).memos[-1].text
    while desk.undo_step and desk.undo_step.kind != "comment":
        desk.undo()
    assert records.check(desk).ok


@pytest.mark.parametrize("half", ["a\ud800b", "\udfff", "\udc80 as the terminal sends it", "ok \U0001f600 \ud83d"])
def test_half_characters_are_stored_visibly(tmp_path: Path, half: str) -> None:
    whole = half.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert "\ufffd" in whole
    desk, hearing = open_hearing(tmp_path)
    with desk:
        one = record(desk, hearing, half, name=half, organization=half, subject=half, email=half, external_id=half)
        comment = testimony.get_comment(desk, one)
        assert (comment.text, comment.organization, comment.subject, comment.email) == (whole,) * 4
        assert comment.name == whole.strip()
        testimony.update_comment(desk, one, organization=half + "!")
        testimony.edit_text(desk, one, half + " more", half)
        testimony.add_memo(desk, one, half)
        codebook.add_theme(desk, hearing, half)
        codebook.add_group(desk, half)
        hearings.update_hearing(desk, hearing, place=half, body=half)
        dossiers.save_entry(desk, hearing, DossierEntry(0, DossierKind.WHY, 0, text=half))
        views.save_view(desk, hearing, half, CommentFilter(text=half))
        drafts.save_draft(desk.folder, "new", {"text": half})
        assert drafts.load_draft(desk.folder, "new") is not None
        assert isinstance(searching.search(desk, half), list)
        for ask in (lambda: testimony.known_names(desk, half), lambda: records.audit_log(desk, hearing, half)):
            try:
                ask()
            except ClerkError:
                continue
        assert records.check(desk).ok


def test_a_pair_that_came_apart_is_one_character_again(tmp_path: Path) -> None:
    """Qt hands over UTF-16; two halves side by side are no damage."""
    desk, hearing = open_hearing(tmp_path)
    with desk:
        assert testimony.get_comment(desk, record(desk, hearing, "\ud83d\ude00 yes")).text == "\U0001f600 yes"


def test_whatever_is_typed_into_the_search_finds_or_finds_nothing(filled) -> None:
    desk, hearing, _ = filled
    rng = random.Random(4)
    signs = "".join(HOSTILE_TEXTS[:40])[:4000] + '"*()^:+-\x00\ud800 AND OR NOT NEAR'
    queries = [*HOSTILE_TEXTS, *("".join(rng.choices(signs, k=rng.randint(1, 9))) for _ in range(300))]
    for query in queries:
        for hit in searching.search(desk, query, hearing, limit=5):
            for start, end in hit.spans:
                assert 0 <= start < end <= len(hit.snippet)
        count, _more = searching.count_hits(desk, query)
        assert count <= len(TEXTS)
        assert len(testimony.list_ids(desk, hearing, CommentFilter(text=query))) <= len(TEXTS)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("The café is closed", "cafe"),
        ("The cafe\u0301s are closed", "cafe\u0301"),
        ("The cafés are closed", "cafe\u0301s"),
        ("e\u0301 is not \u00e9", "e\u0301"),
        ("Robert'); DROP TABLE comment;--", "drop table"),
        ("Donaudampfschiff", "donaud"),
        ("\u0e01\u0e32\u0e23\u0e1f\u0e31\u0e07", "\u0e01\u0e32\u0e23"),
        ("\u516c\u542c\u4f1a\u610f\u89c1", "\u516c\u542c"),
        ("the neighbors are running", "neighbor run"),
    ],
)
def test_words_are_found(tmp_path: Path, text: str, query: str) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        record(desk, hearing, "Nothing of that.")
        one = record(desk, hearing, text)
        assert [h.comment_id for h in searching.search(desk, query)] == [one]


def test_json_and_csv_carry_every_text_exactly(filled, tmp_path: Path) -> None:
    desk, hearing, _ = filled
    assert exporting.export_json(desk, hearing, tmp_path / "out.json") == len(TEXTS)
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["comments"]
    texts = [testimony.comment_by_number(desk, hearing, n).text for n in range(1, len(TEXTS) + 1)]
    assert [r["text"] for r in rows] == texts
    exporting.export_csv(desk, hearing, tmp_path / "out.csv")
    csv.field_size_limit(10_000_000)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["text"] for line in lines] == texts
    assert [{**r} for r in rows] == lines


def test_a_spreadsheet_gets_no_formula(filled, tmp_path: Path) -> None:
    desk, hearing, _ = filled
    exporting.export_csv(desk, hearing, tmp_path / "safe.csv", spreadsheet_safe=True)
    csv.field_size_limit(10_000_000)
    with (tmp_path / "safe.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    dangerous = [
        c for c in cells if c.lstrip(" \t\r\n\u00a0\u3000\ufeff\u200b")[:1] in tuple("=+-@＝＋－＠") and c.strip()
    ]
    assert dangerous == []
    assert any(c.startswith("'=") for c in cells)


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        " =1+1",
        "\t=1",
        "\r=1",
        "\n=1",
        "+1",
        "-1",
        "@A",
        "＝1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b=1",
        "\u3000=1",
        "\0=1",
    ],
)
def test_the_guard_sees_through_what_a_spreadsheet_trims(cell: str) -> None:
    assert exporting.guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", " ", "I oppose", "a=b", "'quoted'", "2 + 2", "(=)"])
def test_the_guard_leaves_plain_words_alone(cell: str) -> None:
    assert exporting.guarded(cell) == cell


def test_an_empty_hearing_exports_its_columns(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        exporting.export_csv(desk, hearing, tmp_path / "none.csv")
        record(desk, hearing)
        exporting.export_csv(desk, hearing, tmp_path / "one.csv")
    header = [(tmp_path / name).read_text().splitlines()[0] for name in ("none.csv", "one.csv")]
    assert header[0] == header[1]


def test_what_was_exported_can_be_imported_again(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path / "one")
    texts = [t for t in HOSTILE_TEXTS if t.strip() and "\0" not in t]
    with desk:
        for text in texts:
            record(desk, hearing, text, name="Ann Bo")
        exporting.export_csv(desk, hearing, tmp_path / "out.csv")
    desk, hearing = open_hearing(tmp_path / "two")
    with desk:
        result, _ = importing.add(desk, importing.read_files(desk, hearing, [tmp_path / "out.csv"]))
        assert result.to_json()["added"] == len(texts)
        came = [testimony.comment_by_number(desk, hearing, n).text for n in range(1, len(texts) + 1)]
        assert came == texts
        assert records.check(desk).ok


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_any_text_at_all(filled, text: str) -> None:
    desk, hearing, _ = filled
    if not text.strip():
        return
    assert testimony.get_comment(desk, record(desk, hearing, text)).text == text
    desk.undo()
