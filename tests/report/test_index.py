"""The index: names under their last part, in order, each with the pages on which its comments really stand."""

import io

import pikepdf
import pypdfium2
import pytest
from changed import replace
from reading import structure
from summary_facts import comments, facts

from frhearing.model.comment import Appearance, CommentStatus
from frhearing.report.document import Entry, Index
from frhearing.report.facts import Names, SummaryOptions
from frhearing.report.pdf import PageSetup, write_pdf
from frhearing.report.sections.index import last_name_first, order
from frhearing.report.summary import build_summary

MANY = facts(comments(150))


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Ana Bell", "Bell, Ana"),
        ("Dr. Anand Raghunathan", "Raghunathan, Dr. Anand"),
        ("Terrence Boyd Jr.", "Boyd Jr., Terrence"),
        ("Lucía de la Cruz", "de la Cruz, Lucía"),
        ("Det. (ret.) Harold Nowicki", "Nowicki, Det. (ret.) Harold"),
        ("Cher", "Cher"),
        ("Ana and Ben Bell", "Ana and Ben Bell"),
        ("The Concerned Neighbors", "The Concerned Neighbors"),
        ("League of Women Voters", "League of Women Voters"),
        ("Friends Of The River And Its Many Banks", "Friends Of The River And Its Many Banks"),
        ("王 小明", "王 小明"),
        ("Speaker 17", "Speaker 17"),
    ],
)
def test_a_name_stands_under_its_last_part(name, listed):
    assert last_name_first(name) == listed


def test_accents_and_capitals_do_not_part_names():
    names = ["Óscar", "oscar", "Zoe", "de la Cruz", "Dee", "Ábel"]
    assert sorted(names, key=order) == ["Ábel", "de la Cruz", "Dee", "oscar", "Óscar", "Zoe"]


def index_of(document):
    return next(block for _, block in document.blocks() if isinstance(block, Index))


def test_every_place_leads_to_a_comment_of_that_name():
    document = build_summary(MANY)
    entries = {block.anchor: block for _, block in document.blocks() if isinstance(block, Entry) and block.anchor}
    for entry in index_of(document).entries:
        for words, anchor in entry.places:
            comment = entries[anchor]
            assert comment.title == words
            named = {last_name_first(comment.subtitle), *(line.text for line in comment.side)}
            assert entry.name in named


@pytest.mark.parametrize("setup", [PageSetup(), PageSetup(large=True)])
def test_the_printed_pages_are_those_on_which_the_comments_stand(setup):
    document = build_summary(MANY)
    made = write_pdf(document, setup)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        text = structure(made.data)
        first = made.section_pages["index"] - 1
        pages = {page.obj.objgen: number + 1 for number, page in enumerate(pdf.pages)}
        seen = 0
        for page in list(pdf.pages)[first:]:
            for link in page.get("/Annots", []):
                name, _, number = str(link.Contents).rpartition(", ")
                destination = link.get("/Dest") or link.A.D
                target = pdf.Root.Names.Dests if isinstance(destination, pikepdf.String) else None
                where = destination if target is None else _named(target, str(destination))
                assert pages[where[0].objgen] == int(number), name
                seen += 1
    assert seen >= len(index_of(document).entries)
    lines = [element.whole for element in text.all("LBody") if element.kids]
    assert any(line.startswith(index_of(document).entries[0].name) for line in lines)


@pytest.mark.parametrize("count", [7, 61, 150])
def test_the_columns_of_the_last_page_end_alike(count):
    document = build_summary(facts(comments(count)))
    made = write_pdf(document)
    pdf = pypdfium2.PdfDocument(made.data)
    text = pdf[len(pdf) - 1].get_textpage()
    names = {entry.name for entry in index_of(document).entries}
    places = [text.get_rect(n) for n in range(text.count_rects())]
    body = [(left, bottom) for left, bottom, _, top in places if top < 690 and bottom > 60 and top - bottom < 14]
    middle = 612 / 2
    lowest = [min(low for left, low in body if (left > middle) is right) for right in (False, True)]
    pdf.close()
    assert names
    assert abs(lowest[0] - lowest[1]) < 30


def test_whoever_read_for_somebody_else_is_in_the_index():
    speaker = next(c for c in MANY.comments if c.heard)
    slip = Appearance(1, "read_by_proxy", "in_person", "heard", "", read_by="Rita Q. Reader")
    changed = tuple(replace(c, appearance=slip) if c is speaker else c for c in MANY.comments)
    given = replace(MANY, comments=changed)
    found = {entry.name: entry.places for entry in index_of(build_summary(given)).entries}
    assert found["Reader, Rita Q."] == ((f"No. {speaker.number}", f"no-{speaker.number}"),)
    hidden = tuple(replace(c, status=CommentStatus.RESTRICTED) if c.appearance is slip else c for c in changed)
    for facts_, options in (
        (given, SummaryOptions(names=Names.INITIALS)),
        (replace(MANY, comments=hidden), SummaryOptions()),
    ):
        assert not any("Reader" in entry.name for entry in index_of(build_summary(facts_, options)).entries)


def _named(tree, name):
    return pikepdf.NameTree(tree)[name].D


def test_names_that_are_not_printed_are_not_in_the_index():
    full = {comment.name for comment in MANY.comments}
    for names in (Names.INITIALS, Names.NONE):
        found = {entry.name for entry in index_of(build_summary(MANY, SummaryOptions(names=names))).entries}
        assert not found & ({*full} | {last_name_first(name) for name in full})


def test_without_the_appendix_there_is_nothing_to_lead_to():
    document = build_summary(MANY, SummaryOptions(sections=("counts", "index")))
    assert [section.key for section in document.sections] == ["counts"]
