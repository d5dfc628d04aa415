"""What a screen reader says is what stands on the pages, in the order in which one reads them."""

import itertools

import pytest
from changed import replace
from hall_facts import full_facts
from read_aloud import aloud, expected, heard
from reading import structure
from summary_facts import comments, facts

from frhearing.desk.desk import open_desk
from frhearing.desk.example import load_example
from frhearing.desk.summaries import facts as facts_of
from frhearing.report.facts import SummaryOptions
from frhearing.report.pdf import PageSetup, Paper, write_pdf
from frhearing.report.products import Product, build

SETUPS = {"letter": PageSetup(), "a4 large": PageSetup(Paper.A4, large=True)}


def sections(document, setup):
    """The sections of the printed document, each with its words along the structure tree."""
    tree = structure(write_pdf(document, setup).data)
    assert [kid.tag for kid in tree.kids] == ["Sect"] * len(document.sections)
    return tree, [heard(kid) for kid in tree.kids]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS)
@pytest.mark.parametrize("product", Product)
def test_the_tree_reads_like_the_page(product, setup, language):
    document = build(product, full_facts(), SummaryOptions(language=language))
    _, said = sections(document, setup)
    for (key, words), heard_there in zip(expected(document), said, strict=True):
        if key == "index":  # the pages are known to the writer only
            assert heard_there.startswith(words)
        else:
            assert heard_there == words, key


def test_the_example_is_read_as_it_is_printed(tmp_path):
    hearing = load_example(tmp_path)
    with open_desk(tmp_path, writing=False) as desk:
        document = build(Product.FULL, facts_of(desk, hearing))
    tree, said = sections(document, PageSetup())
    wanted = dict(expected(document))
    assert [key for key, there in zip(wanted, said, strict=True) if there != wanted[key] and key != "index"] == []
    lines = list(aloud(tree))
    assert lines[0] == "Document"
    headings = [line.split(":", 1)[0].strip() for line in lines if line.strip()[:2] in ("H1", "H2", "H3")]
    assert headings[0] == "H1"
    assert all(int(after[1]) <= int(before[1]) + 1 for before, after in itertools.pairwise(headings))
    figures = [line for line in lines if line.strip().startswith("Figure")]
    assert figures
    assert all(":" in line and any(char.isdigit() for char in line) for line in figures)


def test_words_of_another_language_say_so_wherever_they_stand():
    given = facts(comments(60, mixed=True))
    spanish = tuple(replace(c, language="es") if c.text.startswith("Apoyo") else c for c in given.comments)
    tree, _ = sections(build(Product.FULL, replace(given, comments=spanish)), PageSetup())
    named = [element for element in tree.all("P", "TD") if element.whole.startswith(("Apoyo la", "“Apoyo la"))]
    assert len(named) > 2
    assert {element.language for element in named} == {"es"}
    tree, _ = sections(build(Product.FULL, full_facts(), SummaryOptions(language="es")), PageSetup())
    assert any(cell.language == "en" for cell in tree.all("TD"))
