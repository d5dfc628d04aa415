"""A real hearing of 14 hours and 323 testimonies, replayed through the functions the keys call, and its record."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from nyc_script import script_of, seconds_spoken

from frhearing.desk.desk import open_desk
from frhearing.desk.live import replay
from frhearing.desk.records import check
from frhearing.model.live.script import read_script


def test_the_whole_day_is_held_and_printed(shared_data: Path, tmp_path: Path) -> None:
    script = script_of(shared_data / "nyc-city-of-yes-council")
    file = tmp_path / "day.json"
    file.write_text(json.dumps(script))
    found = replay.replay(read_script(file.read_text()), file, tmp_path / "data")
    assert found["refused"] == []
    assert {k: n for k, n in found["counts"].items() if n} == {"received": 323, "heard": 323}
    assert [t["slip"] for t in found["turns"]] == list(range(1, 324))
    used = [t["used"] for t in found["turns"]]
    assert used == pytest.approx(seconds_spoken(script), abs=0.0011)
    with open_desk(tmp_path / "data", writing=False) as desk:
        assert check(desk).ok
    pdf = tmp_path / "day.pdf"
    command = [sys.executable, "-m", "frhearing", "summary", "--hearing", "1", "-o", str(pdf)]
    printed = subprocess.run([*command, "--data", str(tmp_path / "data")], capture_output=True, text=True, check=False)
    assert (printed.returncode, printed.stderr) == (0, "")
    assert pdf.stat().st_size > 10_000
