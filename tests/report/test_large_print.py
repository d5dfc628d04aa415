"""Large print on every paper: words stay whole, the cover is one page, nothing opens a page to stand there alone."""

import itertools

import pypdfium2
import pytest
from hall_facts import full_facts
from printing import document
from summary_facts import comments, facts

from frhearing.report.document import Cell, Chart, Column, Heading, Paragraph, Table, TableRow
from frhearing.report.facts import SummaryOptions
from frhearing.report.pdf import PageSetup, Paper, write_pdf
from frhearing.report.summary import build_summary

LARGE = [PageSetup(paper, large=True) for paper in Paper]
NAMES = [str(setup.paper) for setup in LARGE]


def lines_of(data):
    """The lines of each page as they are drawn."""
    pdf = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range().splitlines() for page in pdf]
    pdf.close()
    return pages


def wide_table():
    """A table as wide as that of appearances with three questions: its longest words hardly fit."""
    titles = ("No.", "Name", "Speaks for", "District", "Q2", "Q3", "Time used")
    cells = ("147", "Denise Kowalczyk", "Milwaukee Police Department", "12", "For information only", "Against", "5:22")
    marked = (Cell(cells[4], "neutral"), Cell(cells[5], "oppose"), Cell("5:22, interpreter"))
    rows = [TableRow((*map(Cell, cells[:4]), *marked))]
    shares = (0.6, 2.2, 2.4, 0.7, 2.3, 2.3, 1.7)
    return Table("Who", tuple(Column(t, s) for t, s in zip(titles, shares, strict=True)), tuple(rows * 4))


@pytest.mark.parametrize("setup", LARGE, ids=NAMES)
def test_no_word_of_a_wide_table_is_cut(setup):
    drawn = {
        word
        for page in lines_of(write_pdf(document(wide_table()), setup).data)
        for line in page
        for word in line.split()
    }
    whole = {word for row in wide_table().rows for cell in row.cells for word in cell.text.split()}
    assert whole <= drawn


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("setup", LARGE, ids=NAMES)
def test_the_cover_is_one_page(setup, language):
    made = write_pdf(build_summary(full_facts(), SummaryOptions(language=language)), setup)
    assert made.section_pages["cover"] == 1
    assert made.section_pages["contents"] == 2


@pytest.mark.parametrize("setup", [*LARGE, PageSetup()], ids=[*NAMES, "standard"])
def test_a_chart_stands_with_the_words_that_lead_to_it(setup):
    chart = next(b for _, b in build_summary(facts(comments(90))).blocks() if isinstance(b, Chart))
    rows = tuple(itertools.islice(itertools.cycle(chart.rows), 18))
    long = Chart(chart.kind, rows, chart.names, chart.alternative, chart.caption)
    lead = Paragraph("A comment can have several themes and counts once under each, so that rows do not add up.")
    blocks = (lead, Heading("Question 1", anchor="q1"), Paragraph("Should the pause be kept until then?"), long)
    pages = lines_of(write_pdf(document(*blocks), setup).data)
    assert any("Question 1" in line for line in pages[0])
    assert sum(label in line for label in {row.label for row in rows} for line in pages[0]) > 3
