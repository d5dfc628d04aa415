"""The guards around the tests are themselves worth a test: a silent guard guards nothing."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frhearing import paths

ROOT = Path(__file__).resolve().parents[1]


def test_reaching_for_the_network_fails_the_test() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as wire,
        pytest.raises(AssertionError, match="network"),
    ):
        wire.connect(("127.0.0.1", 9))


def test_the_testers_own_records_are_out_of_reach(tmp_path: Path) -> None:
    for folder in (paths.data_folder(), paths.demo_folder()):
        assert Path(os.environ["HOME"]) in folder.parents
        assert tmp_path.parent in folder.parents


def test_hostile_texts_can_all_be_stored_as_utf8(hostile_texts: list[str]) -> None:
    assert len(hostile_texts) >= 30
    assert all(text.encode("utf-8").decode("utf-8") == text for text in hostile_texts)


def made_up() -> list[tuple[str, int]]:
    """The examples that a test of words and numbers is tried on."""
    tried = []

    @given(st.text(), st.integers())
    def trial(words: str, number: int) -> None:
        tried.append((words, number))

    trial()
    return tried


def test_made_up_examples_do_not_hang_on_which_tests_were_run_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exhaustive: bool
) -> None:
    if exhaustive:
        pytest.skip("the long run makes up new ones")
    before = made_up()
    words = ", ".join(f"'word {n}', {n * 7919}" for n in range(200))
    (tmp_path / "loaded_meanwhile.py").write_text(f"WORDS = [{words}]\n")
    monkeypatch.syspath_prepend(tmp_path)
    __import__("loaded_meanwhile")
    assert len(before) >= 50
    assert made_up() == before


@pytest.mark.parametrize(
    ("cores", "gigabytes", "workers"), [(1, 64, 1), (2, 64, 2), (8, 64, 8), (8, 3, 3), (96, 512, 12), (4, 0, 1)]
)
def test_there_is_a_worker_for_each_core_that_is_ours_and_each_has_memory(
    monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config, cores: int, gigabytes: int, workers: int
) -> None:
    memory = psutil.virtual_memory()._replace(available=gigabytes << 30)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(cores)), raising=False)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: memory)
    assert pytestconfig.hook.pytest_xdist_auto_num_workers(config=pytestconfig) == workers


def test_a_test_that_hangs_is_ended_and_named(tmp_path: Path) -> None:
    hanging = "import time\ndef test_that_hangs(): time.sleep(3600)\ndef test_next(): pass\n"
    (tmp_path / "test_it.py").write_text(hanging)
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path)]
    command += ["-n", "1", "-o", "faulthandler_timeout=1", str(tmp_path / "test_it.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "crashed while running 'test_it.py::test_that_hangs'" in done.stdout
    assert "1 failed, 1 passed" in done.stdout
    assert "Timeout (0:00:01)" in done.stderr
