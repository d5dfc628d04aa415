"""Every product in every format, paper and language, from a store; its numbers are those of the tally."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from pdf_checkers import faults

from frhearing.desk import example, figures, summaries
from frhearing.desk.desk import open_desk
from frhearing.desk.products import Format, Product, format_of, make, minutes_text, only, save
from frhearing.model.errors import DiskFault, Refused
from frhearing.report.document import Quote, Table
from frhearing.report.products import build


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example")
    hearing = example.load_example(folder)
    with open_desk(folder) as desk:
        yield desk, hearing


def pages_of(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages), [round(float(side)) for side in pdf.pages[0].MediaBox][2:], str(pdf.Root.Lang)


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", ["letter", "legal", "a4"])
@pytest.mark.parametrize("product", Product)
def test_every_product_paper_and_language_builds_and_is_clean(sample, product, paper, language, large, tmp_path):
    options = replace(summaries.load_options(*sample), paper=paper, language=language, large=large)
    if product is Product.FULL:
        shown = ["cover", "contents", "counts", "themes", "appearances", "treatment", "letters", "events", "index"]
        options = only(options, shown)
    made = make(*sample, product, Format.PDF, options)
    pages, size, spoken = pages_of(made.data)
    assert pages == made.pages
    assert size == {"letter": [612, 792], "legal": [612, 1008], "a4": [595, 842]}[paper]
    assert spoken == {"en": "en-US", "es": "es-US"}[language]
    (tmp_path / "made.pdf").write_bytes(made.data)
    assert faults(tmp_path / "made.pdf") == []
    for kind in (Format.HTML, Format.TXT):
        text = make(*sample, product, kind, options).data.decode()
        assert {"en": "comments", "es": "comentarios"}[language] in text


def test_the_tally_sheet_is_one_page(sample):
    for language in ("en", "es"):
        options = replace(summaries.load_options(*sample), language=language)
        assert make(*sample, Product.TALLY, Format.PDF, options).pages == 1


def test_large_print_is_larger(sample):
    options = only(summaries.load_options(*sample), ["counts"])
    small = make(*sample, Product.FULL, Format.PDF, options).pages
    assert make(*sample, Product.FULL, Format.PDF, replace(options, large=True)).pages > small


def tables(document, key):
    section = next(part for part in document.sections if part.key == key)
    return [block for block in section.blocks if isinstance(block, Table)]


def numbers(table, label):
    return next([cell.text for cell in row.cells] for row in table.rows if row.cells[0].text == label)


def test_every_number_is_that_of_the_tally(sample):
    told = figures.tally_json(*sample)
    facts = summaries.facts(*sample)
    full, tally = build(Product.FULL, facts), build(Product.TALLY, facts)
    sheet = next(t for t in tables(full, "counts") if t.columns[0].title == "What is counted")
    for label, key in (
        ("On the record", "on_record"),
        ("Counted", "counted"),
        ("Spoken", "spoken"),
        ("Registered only", "registered_only"),
        ("Persons heard", "persons_heard"),
        ("Written", "written"),
        ("Distinct texts", "distinct_texts"),
        ("Persons by name", "names"),
        ("Late, accepted", "late"),
        ("No group", "without_group"),
    ):
        assert numbers(sheet, label)[1] == str(told[key]), label
    for place, question in enumerate(told["questions"]):
        stances = {**question["stances"], "not_tagged": question["not_tagged"]}
        row = numbers(tables(tally, "tally")[place], "All counted")
        assert row[1:] == [*(str(n) for n in stances.values()), str(question["counted"])]
        by_group = tables(full, "groups")[place]
        for group, counts in question["by_group"].items():
            assert numbers(by_group, group)[-1] == str(counts["total"])


def test_the_slips_add_up(sample):
    counts = summaries.facts(*sample).proceedings.slip_counts
    assert counts.holds
    assert (counts.received, counts.heard, counts.no_show) == (14, 13, 1)


def test_quotes_stand_letter_for_letter_in_their_comments(sample):
    facts = summaries.facts(*sample)
    texts = {c.number: c.text for c in facts.comments}
    quotes = [b for _, b in build(Product.FULL, facts).blocks() if isinstance(b, Quote) and b.link]
    assert len(quotes) > 20
    for quote in quotes:
        said = quote.text.removeprefix("“").removesuffix("”")
        assert said in texts[int(quote.link.removeprefix("no-"))]
    assert len({quote.text for quote in quotes}) == len(quotes)


def test_the_minutes_say_what_was_done(sample):
    text = minutes_text(*sample)
    assert "called to order at 5:31 p.m." in text
    assert "13 persons or groups appeared." in text
    assert "The motion carried." in text
    assert text.endswith("The hearing adjourned at 7:52 p.m.")
    assert not any(c.text[:60] in text for c in summaries.facts(*sample).comments if len(c.text) > 60)
    assert make(*sample, Product.MINUTES, Format.TXT).data.decode() == text + "\n"


def test_the_format_follows_the_ending_or_the_word(tmp_path):
    assert format_of(tmp_path / "a.PDF") is Format.PDF
    assert format_of(tmp_path / "a.htm") is Format.HTML
    assert format_of(tmp_path / "a.pdf", "txt") is Format.TXT
    assert format_of(tmp_path / "a") is Format.PDF
    with pytest.raises(Refused, match=r"does not end in .pdf, .html or .txt. Nothing was written"):
        format_of(tmp_path / "a.docx")


def test_sections_are_those_that_are_named_in_their_order(sample):
    options = only(summaries.load_options(*sample), ["events", "counts", "events"])
    text = make(*sample, Product.FULL, Format.TXT, options).data.decode()
    titles = re.findall(r"^(.+)\n=+$", text, re.M)
    assert titles[1:] == ["Order of events", "Counts"]
    with pytest.raises(Refused, match="There is no section “weather”"):
        only(options, ["weather"])


def test_every_pdf_goes_onto_the_list_of_saved_summaries(sample, tmp_path):
    for product in Product:
        assert not save(*sample, tmp_path / "a.html", product, Format.HTML).listed
        assert save(*sample, tmp_path / "a.pdf", product, Format.PDF).listed


def test_a_place_that_cannot_be_written_is_told(sample, tmp_path):
    with pytest.raises(DiskFault, match="The record is untouched"):
        save(*sample, tmp_path / "nowhere" / "a.html", Product.FULL, Format.HTML)
