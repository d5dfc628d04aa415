"""The command ``summary``: products and formats by the ending, and calls that do not go together."""

import json
import subprocess
import sys

import pytest

from frhearing.desk import example


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("store")
    example.load_example(made)
    return made


def run(folder, *words):
    command = [sys.executable, "-m", "frhearing", "summary", "--hearing", "1", *map(str, words), "--data", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_ending_gives_its_format(folder, tmp_path):
    for name, begin in (("a.pdf", b"%PDF-1.7"), ("a.html", b"<!DOCTYPE html>"), ("a.txt", b"*** DRAFT")):
        done = run(folder, "-o", tmp_path / name, "--json")
        assert (done.returncode, done.stderr) == (0, "")
        facts = json.loads(done.stdout)
        assert facts["format"] == name[2:]
        assert (facts["pages"] is not None) == (name == "a.pdf")
        assert (tmp_path / name).read_bytes().startswith(begin)


def test_minutes_and_tally_in_spanish(folder, tmp_path):
    assert run(folder, "-o", tmp_path / "m.txt", "--product", "minutes", "--language", "es").returncode == 0
    assert (tmp_path / "m.txt").read_text(encoding="utf-8").startswith("La audiencia pública sobre ")
    done = run(folder, "-o", tmp_path / "t.pdf", "--product", "tally", "--paper", "a4", "--language", "es")
    assert done.stdout == f"1 page in {tmp_path / 't.pdf'}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "a.docx"), "a.docx does not end in .pdf, .html or .txt"),
        (("-o", "a.html", "--paper", "a4"), "Paper belongs to PDF"),
        (("-o", "a.txt", "--large-print"), "Large print belongs to PDF"),
        (("-o", "a.pdf", "--product", "tally", "--sections", "counts"), "Sections belong to the full summary"),
        (("-o", "a.pdf", "--sections", "counts,weather"), "There is no section “weather”"),
        (("-o", "a.pdf", "--sections", " , "), "No section is named"),
    ],
)
def test_what_does_not_go_together_is_refused_in_a_sentence(folder, tmp_path, words, said):
    done = subprocess.run(
        [sys.executable, "-m", "frhearing", "summary", "--hearing", "1", *words, "--data", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert said in done.stderr
    assert "Nothing was written" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_word_that_is_no_choice_is_a_call_that_cannot_be_understood(folder, tmp_path):
    assert run(folder, "-o", tmp_path / "a.pdf", "--product", "poem").returncode == 2
