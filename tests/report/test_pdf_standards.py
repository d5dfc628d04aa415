"""The files keep PDF/UA-1 and PDF/A-3a as far as the checkers at hand can tell, and have no fault in syntax."""

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import page
import pytest
from changed import replace
from reading import structure
from summary_facts import comments, facts

from frhearing.report.facts import Edition, EditionKind, Names, SummaryOptions
from frhearing.report.pdf import Attachment, PageSetup, Paper, packing, write_pdf
from frhearing.report.summary import build_summary

HERE = Path(__file__).resolve().parent


def failures(path, profile):
    result = page.validate_pdf(str(path), profile=profile, limits=page.SafetyLimits.unlimited())
    return [(failure.rule_id, failure.message) for failure in result.failures]


def assert_clean(data, tmp_path):
    path = tmp_path / "summary.pdf"
    path.write_bytes(data)
    for profile in ("ua1", "3a"):
        assert failures(path, profile) == []
    for command in (["qpdf", "--check", str(path)], ["pdftotext", str(path), "-"], ["pdffonts", str(path)]):
        if shutil.which(command[0]):
            run = subprocess.run(command, capture_output=True, text=True, check=True)
            assert run.stderr == ""


@pytest.mark.parametrize(
    ("setup", "options", "edition"),
    [
        (PageSetup(), SummaryOptions(), Edition()),
        (PageSetup(Paper.LEGAL), SummaryOptions(names=Names.INITIALS), Edition(EditionKind.CERTIFIED)),
        (PageSetup(Paper.A4, large=True), SummaryOptions(), Edition(EditionKind.CORRECTED, 2)),
        (PageSetup(), SummaryOptions(sections=("counts", "groups", "appendix"), names=Names.NONE), Edition()),
    ],
    ids=["letter", "legal", "large", "part"],
)
def test_every_product_is_clean(setup, options, edition, tmp_path):
    given = replace(facts(comments(60, mixed=True)), edition=edition)
    assert_clean(write_pdf(build_summary(given, options), setup).data, tmp_path)


def test_hostile_texts_in_every_field_are_clean(hostile_texts, tmp_path):
    some = [
        replace(c, name=t, organization=t, group=t, text=t, campaign=t)
        for c, t in zip(comments(len(hostile_texts)), hostile_texts, strict=True)
    ]
    assert_clean(write_pdf(build_summary(facts(some))).data, tmp_path)


def test_an_empty_hearing_is_clean(tmp_path):
    assert_clean(write_pdf(build_summary(replace(facts([]), dossier=(), themes=()))).data, tmp_path)


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        (b"/Marked true", b"/Marked false"),
        (b"/Lang", b"/Lost"),
        (b"/Alt", b"/Olt"),
        (b"/Scope", b"/Scape"),
        (b"/S/TD/", b"/S/XD/"),
        (b"/ToUnicode", b"/ToNowhere"),
        (b"/DisplayDocTitle", b"/DispleyDocTitle"),
        (b"/StructParent ", b"/StructBarent "),
        (b"/Contents<FEFF", b"/Kontents<FEFF"),
        (b"/S/H2/", b"/S/H4/"),
        (b"/FontFile2", b"/FontFile9"),
        (b"/S/GTS_PDFA1", b"/S/GTS_PDFX1"),
        (b"<pdfaid:part>3", b"<pdfaid:part>9"),
        (b"<pdfuaid:part>1", b"<pdfuaid:part>9"),
        (b"/AFRelationship", b"/AFRelationshop"),
        (b"/Subtype/text#2Fcsv", b"/Subtipe/text#2Fcsv"),
    ],
)
def test_the_checkers_see_when_something_is_missing(what, instead, tmp_path, monkeypatch):
    """Mutation: without this, the tests above could pass because nothing is checked."""
    whole = packing.formatted

    def broken(document):
        before = whole(document)
        after = [body.replace(what, instead) for body in before]
        assert after != before
        return after

    monkeypatch.setattr(packing, "formatted", broken)
    path = tmp_path / "broken.pdf"
    along = [Attachment("comments.csv", "text/csv", "Every comment", b"number,text\r\n")]
    path.write_bytes(write_pdf(build_summary(facts(comments(30))), attachments=along).data)
    assert failures(path, "ua1") or failures(path, "3a")


def test_every_font_is_embedded(tmp_path):
    if not shutil.which("pdffonts"):
        pytest.skip("needs poppler's pdffonts")
    path = tmp_path / "summary.pdf"
    path.write_bytes(write_pdf(build_summary(facts(comments(60, mixed=True)))).data)
    run = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True)
    fonts = run.stdout.splitlines()[2:]
    assert len(fonts) >= 8
    assert all(font.split()[-5:-2] == ["yes", "yes", "yes"] for font in fonts), run.stdout


def test_the_same_record_gives_the_same_bytes_in_every_process():
    program = (
        "import hashlib; from summary_facts import comments, facts; from frhearing.report.pdf import write_pdf; "
        "from frhearing.report.summary import build_summary; "
        "print(hashlib.sha256(write_pdf(build_summary(facts(comments(40, mixed=True)))).data).hexdigest())"
    )
    seen = set()
    for seed in ("0", "1", "4711"):
        path = os.pathsep.join([str(HERE), str(HERE.parents[1])])
        run = subprocess.run(
            [sys.executable, "-c", program],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": path,
                "TZ": "Asia/Tokyo" if seed == "1" else "UTC",
            },
            capture_output=True,
            text=True,
            check=True,
        )
        seen.add(run.stdout)
    assert len(seen) == 1


def test_figures_say_their_numbers_and_comments_their_language():
    some = comments(30)
    some[4] = replace(some[4], language="es", text="Apoyo la propuesta.")
    tree = structure(write_pdf(build_summary(facts(some))).data)
    figures = tree.all("Figure")
    assert len(figures) >= 3
    assert all("total" in figure.alternative for figure in figures)
    spanish = [element for element in tree.all("P") if element.language == "es"]
    assert [element.whole for element in spanish] == ["Apoyo la propuesta."]


def test_headings_go_down_one_level_at_a_time():
    levels = [
        int(e.tag[1]) for e in structure(write_pdf(build_summary(facts(comments(30)))).data).all("H1", "H2", "H3")
    ]
    assert levels[0] == 1
    assert all(later - sooner <= 1 for sooner, later in itertools.pairwise(levels))
