"""The door of the window: the demo writes its summary and ends well where there is no screen."""

import os
import subprocess
import sys
from pathlib import Path

from frhearing import app

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments, **more):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden} | more
    call = [sys.executable, "-m", "frhearing", *map(str, arguments)]
    return subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False)


def test_the_demo_without_a_screen_prints_where_its_summary_is(tmp_path):
    done = run("--demo", "--data", tmp_path / "demo")
    assert (done.returncode, done.stderr) == (0, "")
    path = Path(done.stdout.splitlines()[-1])
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.parent == tmp_path / "demo"
    again = run("--demo", "--data", tmp_path / "demo")
    assert again.stdout.splitlines()[-1] == str(path)


def test_without_a_screen_the_window_says_so_and_does_not_crash(tmp_path):
    done = run("--data", tmp_path / "own")
    assert done.returncode == 1
    assert "There is no screen" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_demo_that_cannot_be_written_is_told_in_a_sentence(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    done = run("--demo", "--data", blocked)
    assert done.returncode == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_screen_is_looked_for_only_where_it_may_be_missing(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert app.display_there()
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not app.display_there()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert app.display_there()
