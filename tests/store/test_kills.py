"""Killed at any moment: nothing acknowledged is missing, nothing is half there (7-quality.md, A1)."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from clerk import open_hearing
from dying import killed, points

from frhearing.desk import importing, records, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.filter import CommentFilter

ROOT = Path(__file__).resolve().parents[2]
SAVER = """
import os, random, sys
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from clerk import record, sentences
from frhearing.desk import codebook, coding, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.position import STANCES

rng = random.Random(int(sys.argv[2]))
with open_desk(Path(sys.argv[1])) as desk:
    themes = [theme.id for theme in codebook.list_themes(desk, 1)]
    def saved(*words):
        os.write(1, (" ".join(map(str, words)) + "\\n").encode())
    saved("ready")
    while True:
        text = sentences(rng, rng.randint(1, 30))
        one = record(desk, 1, text, name="Ann Bo")
        saved("text", one, text)
        stance = rng.choice(STANCES)
        coding.set_stance(desk, [one], 1, stance)
        saved("stance", one, stance)
        coding.toggle_theme(desk, [one], themes[0], True)
        saved("theme", one, themes[0])
        coding.add_quote(desk, one, 0, 4)
        saved("quote", one, text[:4])
        if rng.random() < 0.3:
            testimony.edit_text(desk, one, text + " So be it.", "misheard")
            saved("text", one, text + " So be it.")
"""


def killed_while_saving(folder: Path, seed: int, saves: int, moment: float) -> list[list[str]]:
    """Let a child save some times, kill it a moment later, and give what it had acknowledged."""
    command = [sys.executable, "-c", SAVER, str(folder), str(seed), str(ROOT / "tests")]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True)
    assert child.stdout is not None
    assert child.stderr is not None
    assert child.stdout.readline() == "ready\n", child.stderr.read()
    lines = [child.stdout.readline().removesuffix("\n") for _ in range(saves)]
    time.sleep(moment)
    child.kill()
    lines += child.stdout.read().split("\n")[:-1]
    child.wait()
    child.stdout.close()
    child.stderr.close()
    return [line.split(" ", 2) for line in lines]


def missing(folder: Path, acknowledged: list[list[str]]) -> tuple[list[list[str]], float]:
    """What was acknowledged and is not there, and how long the next start took in seconds."""
    at = time.monotonic()
    with open_desk(folder) as desk:
        took = time.monotonic() - at
        texts = [(one, text) for kind, one, text in acknowledged if kind == "text"]
        last = dict(texts)
        lost = []
        for kind, one, value in acknowledged:
            comment = testimony.get_comment(desk, int(one))
            there = {
                "text": last[one] in (comment.text, comment.text.removesuffix(" So be it.")),
                "stance": comment.stances.get(1) == value,
                "theme": int(value) in comment.theme_ids if kind == "theme" else True,
                "quote": value in [p.text for p in comment.passages],
            }
            if not there[kind]:
                lost.append([kind, one, value])
    return lost, took


@pytest.mark.parametrize("stores", [pytest.param(1, id="20"), pytest.param(10, id="200", marks=pytest.mark.exhaustive)])
def test_nothing_acknowledged_is_lost(tmp_path: Path, stores: int, record_property) -> None:
    rng = random.Random(stores)
    saves, slowest, lost = 0, 0.0, []
    for store in range(stores):
        folder = tmp_path / str(store)
        open_hearing(folder)[0].close()
        for kill in range(20):
            # So many are waited for on any machine; where in the next ones the kill falls is left to chance.
            least = rng.randrange(0, 90)
            acknowledged = killed_while_saving(folder, store * 100 + kill, least, rng.random() * 0.02)
            assert len(acknowledged) >= least
            saves += len(acknowledged)
            gone, took = missing(folder, acknowledged)
            lost += gone
            slowest = max(slowest, took)
        with open_desk(folder) as desk:
            report = records.check(desk)
            assert report.ok, report.lines
            numbers = [testimony.get_comment(desk, i).number for i in testimony.list_ids(desk, 1, CommentFilter())]
            assert sorted(numbers) == list(range(1, len(numbers) + 1))
    print(f"\n{stores * 20} kills, {saves} acknowledged saves, {len(lost)} lost, slowest next start {slowest:.2f} s")
    assert lost == []
    assert saves > stores * 500


IMPORTER = """
from pathlib import Path
from frhearing.desk import importing
from frhearing.desk.desk import open_desk
with open_desk(Path(sys.argv[2])) as desk:
    plan = importing.paste(desk, 1, Path(sys.argv[3]).read_text())
    dying.begin(sys.argv[1])
    importing.add(desk, plan)
    dying.end()
"""


def test_an_import_is_there_as_a_whole_or_not_at_all(tmp_path: Path, exhaustive: bool) -> None:
    """A7: killed in the middle; the same import again adds what is missing and nothing twice."""
    table = tmp_path / "letters.tsv"
    rows = [f"{i}@example.org\tLetter {i} says {'no ' * (i % 40)}so.\tnegative" for i in range(2000)]
    table.write_text("Email\tComment\tPosition\n" + "\n".join(rows) + "\n")

    def standing_after(folder: Path, where: object = "") -> tuple[int, int]:
        """How many letters are there after a kill, and how many statements it took; the import is made good."""
        open_hearing(folder)[0].close()
        taken = killed(IMPORTER, folder, table, where=where)
        with open_desk(folder) as desk:
            there = len(testimony.list_ids(desk, 1, CommentFilter()))
            assert records.check(desk).ok
            importing.add(desk, importing.paste(desk, 1, table.read_text()))
            assert len(testimony.list_ids(desk, 1, CommentFilter())) == 2000
            assert records.check(desk).ok
        return there, taken

    there, whole = standing_after(tmp_path / "whole")
    assert there == 2000, "what was said to be done is there, though nothing was closed"
    assert whole > 2000
    for point in points(whole, 50 if exhaustive else 4):
        assert standing_after(tmp_path / str(point), point) == (0, 0)
