"""How pages come out: nothing alone at a page's foot, nothing lost between pages, everything numbered."""

import io
import itertools
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing import PLAIN, document, printed
from reading import structure

from frhearing.drawing.charts import Row
from frhearing.drawing.stances import ALL_KEYS
from frhearing.model.errors import Cancelled
from frhearing.report.document import (
    BARS,
    Box,
    BulletList,
    Cell,
    Chart,
    Column,
    Contents,
    Entry,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Quote,
    Section,
    SideLine,
    Table,
    TableRow,
)
from frhearing.report.pdf import PageSetup, Paper, write_pdf

PROSE = "The council heard testimony on the proposal and asked the department for an answer. "


def page_texts(data):
    pdf = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return texts


def table(rows, total=False):
    lines = [TableRow((Cell(f"Group {n}"), Cell(str(n)), Cell(PROSE * (n % 5 == 4)))) for n in range(rows)]
    if total:
        lines.append(TableRow((Cell("All groups"), Cell("99"), Cell("")), total=True))
    columns = (Column("Group", 2), Column("Number", 1, numbers=True), Column("Words", 3))
    return Table("A table", columns, tuple(lines))


blocks = st.lists(
    st.one_of(
        st.integers(0, 40).map(lambda n: Paragraph(PROSE * n or "Short.")),
        st.just(Heading("A heading", anchor="")),
        st.integers(1, 30).map(lambda n: table(n, total=True)),
        st.integers(1, 12).map(lambda n: Box("Question 1", (Paragraph(PROSE * n),))),
        st.integers(1, 12).map(lambda n: Quote(PROSE * n, "Somebody")),
        st.integers(1, 12).map(lambda n: BulletList((PROSE * n, "second"))),
        st.integers(1, 25).map(lambda n: Entry("No. 1", (SideLine("Resident"),), (Paragraph(PROSE * n),), heading=2)),
        st.integers(1, 9).map(lambda n: Entry("Feb 6", (), (Paragraph(PROSE * n), Paragraph("Paper", "label")))),
    ),
    max_size=30,
)


@settings(max_examples=80)
@given(blocks, st.sampled_from(list(Paper)), st.booleans())
def test_no_heading_stands_alone_at_the_foot_of_a_page(some, paper, large):
    data = write_pdf(document(*some, Paragraph("The end.")), PageSetup(paper, large)).data
    leaves = [e for e in _leaves(structure(data)) if e.pages]
    for heading, following in itertools.pairwise(leaves):
        if heading.tag in ("H1", "H2", "H3"):
            assert min(following.pages) == max(heading.pages)


def _leaves(element):
    if not element.kids or element.pages:
        return [element]
    return [leaf for kid in element.kids for leaf in _leaves(kid)]


@pytest.mark.parametrize("lines", range(18, 26))
def test_large_numbers_that_belong_together_stand_on_one_page(lines):
    figures = KeyFigures(tuple(KeyFigure(f"Figure {n}", str(n)) for n in range(8)))
    filler = Paragraph("\n".join(f"row{n}" for n in range(lines)))
    texts = page_texts(write_pdf(document(filler, figures), PageSetup("a4", True)).data)
    assert [text.count("Figure ") for text in texts if "Figure " in text] == [8]


def test_every_page_says_which_of_how_many_it_is():
    texts = page_texts(printed([PROSE * 60] * 6))
    assert len(texts) > 5
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_last_line_of_a_comment_does_not_stand_alone_on_a_page(end):
    """A line end after the last words is no line that could keep it company."""
    for count in range(36, 50):
        texts = page_texts(printed(["\n".join(f"row{n}" for n in range(count)) + end]))
        found = [text.count("row") for text in texts if "row" in text]
        assert sum(found) == count
        assert min(found) > 1


def test_a_continued_comment_says_whose_it_is_on_every_further_page():
    texts = page_texts(printed([PROSE * 150]))
    assert len(texts) > 3
    assert "No. 1, continued" not in texts[0]
    assert all("No. 1, continued" in text for text in texts[1:])


def test_a_continuation_is_seen_but_not_read_aloud():
    assert "continued" not in structure(printed([PROSE * 150])).whole


def test_the_header_of_a_table_stands_on_every_page_and_is_read_once():
    data = write_pdf(document(table(120))).data
    texts = page_texts(data)
    assert len(texts) > 3
    assert all("Number" in text for text in texts)
    tree = structure(data)
    assert [cell.whole for cell in tree.all("THead")[0].all("TH")] == ["Group", "Number", "Words"]
    assert len(tree.all("THead")) == 1
    rows = tree.all("TBody")[0].all("TR")
    assert [row.kids[0].whole for row in rows] == [f"Group {n}" for n in range(120)]
    assert all(row.kids[0].tag == "TH" for row in rows)


def test_a_cell_taller_than_a_page_is_printed_whole():
    words = PROSE * 200
    tall = Table("Tall", (Column("A", 1), Column("B", 1)), (TableRow((Cell("one"), Cell(words))),))
    data = write_pdf(document(tall)).data
    cell = structure(data).all("TD")[0]
    assert cell.whole == words
    assert len(cell.pages) > 3


def test_a_total_is_not_parted_from_the_rows_above():
    for rows in range(20, 60):
        body = structure(write_pdf(document(table(rows, total=True))).data).all("TBody")[0].all("TR")
        total, before = body[-1], body[-2]
        assert total.kids[0].pages == before.kids[0].pages


def test_the_contents_name_the_pages_on_which_sections_begin():
    parts = [Section(f"part{n}", f"Part {n}", (Paragraph(PROSE * 30 * n),), new_page=n % 2 == 0) for n in range(1, 9)]
    contents = Section("contents", "Contents", (Contents(),), new_page=True)
    result = write_pdf(_with(contents, *parts))
    listed = [entry.whole for entry in structure(result.data).all("TOCI")]
    assert listed == [f"Part {n} {result.section_pages[f'part{n}']}" for n in range(1, 9)]
    texts = page_texts(result.data)
    for n in range(1, 9):
        assert f"Part {n}" in texts[result.section_pages[f"part{n}"] - 1]


def _with(*sections):
    return replace(PLAIN, sections=sections)


def test_bookmarks_lead_to_the_pages_of_their_headings():
    parts = [
        Section(f"p{n}", f"Part {n}", (Heading("Below", anchor=f"b{n}"), Paragraph(PROSE * 90))) for n in range(1, 4)
    ]
    result = write_pdf(_with(*parts))
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        with pdf.open_outline() as outline:
            found = [(item.title, pages.index(item.destination[0].objgen) + 1) for item in outline.root]
            assert all([child.title for child in item.children] == ["Below"] for item in outline.root)
    assert found == [(f"Part {n}", result.section_pages[f"p{n}"]) for n in range(1, 4)]


def test_a_draft_is_marked_on_every_page_and_a_certified_summary_is_not():
    for draft, marked in (("DRAFT", True), ("", False)):
        data = write_pdf(document(Paragraph(PROSE * 200), draft=draft)).data
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert all((b"Draft Do" in page.Contents.read_bytes()) is marked for page in pdf.pages)


@pytest.mark.parametrize("paper", list(Paper))
def test_pages_have_the_size_that_was_asked_for_and_nothing_runs_off_them(paper):
    data = write_pdf(document(Paragraph(PROSE * 90), table(40), Paragraph("x" * 4000)), PageSetup(paper)).data
    pdf = pypdfium2.PdfDocument(data)
    sizes = {"letter": (612, 792), "legal": (612, 1008), "a4": (595, 842)}
    for page in pdf:
        assert tuple(round(side) for side in page.get_size()) == sizes[paper.value]
        text = page.get_textpage()
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            assert left >= 40
            assert bottom >= 20
            assert right <= page.get_width() - 40
            assert top <= page.get_height() - 20
    pdf.close()


def test_large_print_is_large():
    data = write_pdf(document(Paragraph(PROSE)), PageSetup(large=True)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sizes = [float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", pdf.pages[0].Contents.read_bytes())]
    assert min(sizes) >= 12
    assert 16.4 in sizes


def test_progress_counts_up_to_the_end_and_a_cancelled_print_leaves_nothing():
    seen = []
    some = [Paragraph(PROSE * 40) for _ in range(30)]
    write_pdf(document(*some), progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]
    assert len({total for _, total in seen}) == 1
    with pytest.raises(Cancelled):
        write_pdf(document(*some), cancelled=lambda: len(seen) > 0)


def test_links_lead_to_their_comments():
    entries = [Entry(f"No. {n}", (), (Paragraph(PROSE * 20),), heading=2, anchor=f"no-{n}") for n in range(1, 30)]
    quote = Quote("Words.", "Somebody · No. 25", link="no-25")
    data = write_pdf(document(quote, *entries)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        links = [note for page in pdf.pages for note in page.get("/Annots", [])]
        assert [str(link.Contents) for link in links] == ["Somebody · No. 25"]
        target = pages.index(links[0].Dest[0].objgen)
    heading = next(e for e in structure(data).all("H2") if e.whole == "No. 25")
    assert heading.pages == {target}


@pytest.mark.parametrize("lines", range(30, 60))
def test_the_name_below_a_letter_does_not_stand_alone_on_a_page(lines):
    letter = Paragraph(f"{PROSE * lines}\n\nThank you for reading this.\n\nDolores Example")
    entry = Entry("No. 1", (SideLine("Resident"),), (letter,), heading=2, continued="No. 1, continued")
    pages = page_texts(write_pdf(document(entry)).data)
    words = [page.replace("No. 1, continued", "").split("Section", 1)[-1] for page in pages]
    said = words[-1][: words[-1].find("Dolores Example")]
    assert "Thank you" in said


def test_bars_grow_thinner_where_the_chart_then_fits_on_the_page():
    rows = tuple(Row(f"Theme {n}", {"support": n + 1}) for n in range(18))
    chart = Chart(BARS, rows, {key: key for key in ALL_KEYS}, "A chart")
    seen = []
    for above in range(8, 22):
        data = write_pdf(document(table(above), Heading("Question 2"), chart)).data
        [figure] = structure(data).all("Figure")
        with pikepdf.open(io.BytesIO(data)) as pdf:
            [box] = [
                one.A.BBox for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
            ]
            seen.append((min(figure.pages), round(float(box[3] - box[1]))))
    usual = seen[0][1]
    assert seen[0][0] == 0
    assert seen[-1] == (1, usual)
    thinner = {height for page, height in seen if height != usual}
    assert len(thinner) == 1
    assert max(thinner) < usual * 0.85
    assert {page for page, height in seen if height != usual} == {0}
