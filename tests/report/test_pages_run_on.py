"""Pages run on: what goes on from an earlier page says so, and a chart that must wait leaves no empty page."""

import pytest
from printing import document
from reading import structure
from test_pdf_pages import page_texts, table

from frhearing.drawing.charts import Row
from frhearing.drawing.stances import ALL_KEYS
from frhearing.report.document import BARS, Chart, Heading, Paragraph
from frhearing.report.pdf import PageSetup, Paper, write_pdf

AGAIN = "Question 7, continued"


def chart(bars: int) -> Chart:
    """A chart of so many bars."""
    rows = tuple(Row(f"Group {number}", {"support": number + 1}) for number in range(bars))
    return Chart(BARS, rows, {key: key for key in ALL_KEYS}, "A chart of everything.", "Below the chart.")


@pytest.mark.parametrize("setup", [PageSetup(), PageSetup(Paper.A4, large=True)])
def test_a_table_says_on_every_further_page_which_heading_it_goes_on_from(setup):
    data = write_pdf(document(Heading("Question 7", anchor="q7"), table(120)), setup).data
    first, *further = page_texts(data)
    assert AGAIN not in first
    assert further
    assert all(AGAIN in text for text in further)
    assert AGAIN not in structure(data).whole, "it is for the eye"


def test_a_table_under_no_heading_only_repeats_its_header():
    assert not any("continued" in text for text in page_texts(write_pdf(document(table(120))).data))


def test_a_chart_that_needs_the_next_page_lets_its_table_fill_this_one_and_is_read_first():
    pair = [Heading("Question 7", anchor="q7"), chart(20), table(12)]
    data = write_pdf(document(chart(20), *pair)).data
    first, second = page_texts(data)
    assert "Question 7" in first
    assert first.count("Group 0") == 2, "one in the chart before, one in the table"
    assert AGAIN in second
    assert "Group 11" in second
    assert "Below the chart." in second
    (section,) = structure(data).kids
    tags = [kid.tag for kid in section.kids]
    assert tags.index("Div") < tags.index("Table")


def test_the_first_chart_of_a_section_leads():
    data = write_pdf(document(*[Paragraph("Words that lead on.")] * 18, chart(20), table(40))).data
    (section,) = structure(data).kids
    assert "Div" not in [kid.tag for kid in section.kids]
    assert min(section.all("Figure")[0].pages) <= min(section.all("TR")[0].all("TH")[0].pages)
