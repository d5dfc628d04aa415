"""Hearings of odd shape, printed: every checker is content, and the sentences are true of nobody and of one as well."""

import re
from pathlib import Path

import pypdfium2
import pytest
from odd_hearings import NAMES, SHAPES, odd
from pdf_checkers import faults
from reading import structure

from frhearing.desk import figures
from frhearing.desk.products import Format, Product, make
from frhearing.desk.summaries import PrintOptions
from frhearing.report.pdf.lines import break_text
from frhearing.report.pdf.sheet import Styles
from frhearing.report.pdf.shelf import FontShelf

SMALL = [shape for shape in SHAPES if shape not in ("form letters", "one megabyte")]


@pytest.fixture(scope="module", params=SHAPES)
def hearing(request, tmp_path_factory):
    """A hearing of each shape, made once."""
    desk, made = odd(tmp_path_factory.mktemp("odd"), request.param)
    with desk:
        yield request.param, desk, made


def full(desk, hearing, **options):
    return make(desk, hearing, Product.FULL, Format.PDF, PrintOptions(**options)).data


def text(desk, hearing, product=Product.FULL, **options):
    return " ".join(make(desk, hearing, product, Format.TXT, PrintOptions(**options)).data.decode().split())


@pytest.mark.parametrize("product", Product)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_checker_is_content_with_every_shape(hearing, tmp_path: Path, product, language):
    shape, desk, made = hearing
    if language == "es" and shape not in SMALL:
        pytest.skip("as long in English")
    path = tmp_path / "printed.pdf"
    path.write_bytes(make(desk, made, product, Format.PDF, PrintOptions(language=language)).data)
    assert faults(path) == []


def test_every_comment_is_there_once_and_no_page_is_empty(hearing):
    _, desk, made = hearing
    data = full(desk, made)
    entries = [h for h in structure(data).all("H2") if re.match(r"No\. \d+", h.whole)]
    assert len(entries) == figures.tally_json(desk, made)["on_record"]
    pdf = pypdfium2.PdfDocument(data)
    bare = [n for n, page in enumerate(pdf, 1) if len(page.get_textpage().get_text_range().split()) < 20]
    pdf.close()
    assert bare == []


def test_where_nobody_said_anything_the_record_says_so(tmp_path):
    desk, made = odd(tmp_path, "nobody")
    with desk:
        said = text(desk, made)
        assert said.count("There were no comments by the public.") == 2
        assert "I certify that there is no comment on the record of this hearing as it stood on" in said
        assert "reproduces" not in said
        minutes = text(desk, made, Product.MINUTES)
        assert "There were no comments by the public." in minutes
        assert "lists" not in minutes
        assert "No hubo comentarios del público." in text(desk, made, Product.MINUTES, language="es")


def test_one_comment_is_spoken_of_as_one(tmp_path):
    desk, made = odd(tmp_path, "one comment")
    with desk:
        said = text(desk, made)
        assert "1 of 1 comment on the record is counted." in said
        assert "1 comment was received in writing." in said
        assert "This document counts it, quotes it and reproduces it in full." in said
        assert "1 comment stands on the record; " in text(desk, made, Product.MINUTES)
        assert "Speaks for" not in said
        spanish = text(desk, made, language="es")
        assert "Se cuenta 1 de 1 comentario en el acta." in spanish
        assert "Se recibió por escrito 1 comentario." in spanish


def test_what_a_banner_asked_is_not_printed_what_was_decided_is(tmp_path):
    desk, made = odd(tmp_path, "only podium")
    with desk:
        said = text(desk, made)
        assert "The clock stood still for 2 min. The turn stands paused. " in said
        assert "Count it / do not" not in said
        assert "The gap of 1:40 was not counted." in said


def test_no_comment_by_a_speaker_is_not_no_comment(tmp_path):
    desk, made = odd(tmp_path, "only petitions")
    with desk:
        assert "There were no comments" not in text(desk, made, Product.MINUTES)


def test_nothing_hidden_is_printed_and_what_left_the_tally_is_listed(tmp_path):
    desk, made = odd(tmp_path, "nothing left")
    with desk:
        said = text(desk, made)
        assert "2 of 8 comments on the record are counted." in said
        for number in (0, 4):
            assert f"Secret word {number} " not in said
            assert f"Hidden {number}" not in said
        assert said.count("Asked for by the writer.") == 8


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_behind_a_name_of_any_script_stands_at_its_right(name):
    style = Styles(FontShelf(), 1.0).label
    broken = break_text(f"{name} · {name} & Co. · No. 4", style, 500)
    [line] = broken.lines
    assert not broken.right_to_left
    assert line.glyphs.endswith(style.line("No. 4")[1])


def test_a_caption_stands_below_its_chart(tmp_path):
    desk, made = odd(tmp_path, "sixty groups")
    with desk:
        tree = structure(full(desk, made))
    for section in tree.kids:
        figure = None
        for kid in section.kids:
            if kid.tag == "Figure":
                figure = kid
            elif kid.tag == "P" and figure is not None and "counted" in kid.whole:
                assert kid.pages == figure.pages
                figure = None
