"""Real records, brought in through the desk and printed: nothing is lost, nothing invented, checkers content."""

import io
from pathlib import Path

import pikepdf
import pytest
from nyc_table import table_of
from pdf_checkers import faults

from frhearing.desk import figures, hearings, importing, summaries
from frhearing.desk.desk import open_desk
from frhearing.desk.products import Format, Product, make
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion
from frhearing.report.document import Entry
from frhearing.report.summary import build_summary


def brought_in(folder: Path, files: list[Path]):
    """A desk with a hearing into which the files were imported."""
    desk = open_desk(folder)
    question = NewQuestion("Should it be adopted?", "adopt it", "do not adopt it")
    hearing, _ = hearings.create_hearing(
        desk, NewHearing("A real hearing", "A body", "2024-10-22", "", (question,), zone="America/New_York")
    )
    importing.add(desk, importing.read_files(desk, hearing, files))
    return desk, hearing


@pytest.fixture
def long_day(shared_data, tmp_path):
    table = tmp_path / "testimonies.csv"
    assert table_of(shared_data / "nyc-city-of-yes-council", table) == 323
    return brought_in(tmp_path / "data", [table])


@pytest.fixture
def docket(shared_data, tmp_path):
    folder = shared_data / "usda-regs-comments"
    return brought_in(tmp_path / "data", [folder / "DocketExample.csv", folder / "Text Comments Example.csv"])


@pytest.mark.parametrize(("given", "count"), [("long_day", 323), ("docket", 199)])
def test_a_real_record_is_printed_whole(request, tmp_path, given, count):
    desk, hearing = request.getfixturevalue(given)
    told = figures.tally_json(desk, hearing)
    facts = summaries.facts(desk, hearing)
    document = build_summary(facts)
    entries = [b for _, b in document.blocks() if isinstance(b, Entry) and b.heading]
    assert len(entries) == told["on_record"] == count
    assert [section.key for section in document.sections if section.key in ("procedure", "groups", "letters")] == []
    made = make(desk, hearing, Product.FULL, Format.PDF)
    path = tmp_path / "printed.pdf"
    path.write_bytes(made.data)
    assert faults(path) == []
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert len(pdf.pages) == made.pages
    text = " ".join(make(desk, hearing, Product.FULL, Format.TXT).data.decode().split())
    for comment in facts.comments:
        assert " ".join(comment.text.split()[:12]) in text
    desk.close()
