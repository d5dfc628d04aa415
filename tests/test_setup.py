"""do.py and the lock files: what a newcomer meets before anything else works."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-test.lock"]


@pytest.fixture
def do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """do.py as a module, with an environment folder that does not exist yet."""
    monkeypatch.setenv("FRHEARING_VENV", str(tmp_path / "venv"))
    spec = importlib.util.spec_from_file_location("do", ROOT / "do.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def steps(do: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that do.py would run; none is run, all succeed."""
    calls: list[list[str]] = []

    def pretend(command: list[str], **_: object) -> int:
        calls.append(command)
        if command[1:3] == ["-m", "venv"]:
            Path(do.interpreter()).parent.mkdir(parents=True)
            Path(do.interpreter()).symlink_to(sys.executable)
        return 0

    monkeypatch.setattr(do.subprocess, "call", pretend)
    monkeypatch.setattr(do, "missing_libraries", lambda: [])
    monkeypatch.setattr(do, "missing_venv", lambda: [])
    monkeypatch.setattr(do, "is_usable", lambda: Path(do.interpreter()).exists())
    return calls


def refusal(run: Callable[[], object], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 1
    return capsys.readouterr().err


def test_an_old_python_gets_a_sentence(
    do: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(do.sys, "version_info", (3, 10, 13))
    assert "Python 3.11 or newer is needed; this is 3.10" in refusal(lambda: do.main(["run"]), capsys)


def test_the_bootstrap_is_written_in_syntax_that_old_pythons_read() -> None:
    tree = ast.parse((ROOT / "do.py").read_text(encoding="ascii"))
    new = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.AsyncFunctionDef, ast.Match, ast.Starred)
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, new)] == []
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert functions
    assert not any(function.returns or function.args.kwonlyargs for function in functions)


def test_usage_is_told(do: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert (do.main([]), do.main(["fly"]), do.main(["--help"])) == (2, 2, 0)
    assert "python3 do.py run --demo" in capsys.readouterr().err


def test_set_up_checks_digests_and_is_not_done_twice(do: ModuleType, steps: list[list[str]]) -> None:
    assert do.main(["run", "--demo"]) == 0
    installs = [step for step in steps if "pip" in step]
    assert "--require-hashes" in installs[0]
    assert str(LOCKS[0]) in installs[0]
    assert {"--no-deps", "--no-build-isolation", str(ROOT)} <= set(installs[1])
    # The first start does not compile what a set-up can.
    assert [do.interpreter(), "-m", "compileall", "-qq", str(ROOT / "frhearing")] in steps
    assert steps[-1] == [do.interpreter(), "-P", "-m", "frhearing", "--demo"]
    steps.clear()
    assert do.main(["run", "hearing", "list"]) == 0
    assert steps == [[do.interpreter(), "-P", "-m", "frhearing", "hearing", "list"]]


def test_the_tests_lock_also_serves_to_run(do: ModuleType, steps: list[list[str]]) -> None:
    do.main(["test", "-x"])
    assert any(str(LOCKS[1]) in step for step in steps)
    assert steps[-1] == [do.interpreter(), "-m", "pytest", "-n", "auto", "-x"]
    steps.clear()
    do.main(["run"])
    assert len(steps) == 1


def test_a_changed_lock_is_set_up_again(
    do: ModuleType, steps: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_bytes(LOCKS[0].read_bytes())
    monkeypatch.setattr(do, "RUN_LOCK", str(lock))
    do.main(["run"])
    lock.write_bytes(lock.read_bytes() + b"# another\n")
    steps.clear()
    do.main(["run"])
    assert any("--require-hashes" in step for step in steps)


def test_a_failed_step_leaves_no_stamp(
    do: ModuleType,
    steps: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    works = do.subprocess.call
    monkeypatch.setattr(do.subprocess, "call", lambda command, **more: works(command, **more) or int("pip" in command))
    assert "could not be installed" in refusal(lambda: do.main(["run"]), capsys)
    assert not do.is_set_up(do.RUN_LOCK)


def test_missing_system_libraries_are_named_in_the_line_to_type(
    do: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(do, "missing_libraries", lambda: [("libGL.so.1", "libgl1")])
    monkeypatch.setattr(do, "missing_venv", lambda: [("ensurepip", "python3.11-venv")])
    monkeypatch.setattr(do.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(do.os, "geteuid", lambda: 1000, raising=False)
    said = refusal(lambda: do.main(["run"]), capsys)
    assert "sudo apt-get install -y --no-install-recommends libgl1 python3.11-venv" in said
    monkeypatch.setattr(do.shutil, "which", lambda name: None)
    assert "this system lacks libGL.so.1, ensurepip" in refusal(lambda: do.main(["run"]), capsys)


def test_a_screen_that_came_later_is_served_too(
    do: ModuleType, steps: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    do.main(["run"])
    monkeypatch.setattr(do, "missing_libraries", lambda: [("libxcb-cursor.so.0", "libxcb-cursor0")])
    monkeypatch.setattr(do.shutil, "which", lambda name: None)
    assert "this system lacks libxcb-cursor.so.0" in refusal(lambda: do.main(["run"]), capsys)


def test_a_folder_in_the_way_is_not_deleted(
    do: ModuleType, steps: list[list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "letters.txt").write_text("mine")
    assert "is in the way" in refusal(lambda: do.main(["run"]), capsys)
    assert (tmp_path / "venv" / "letters.txt").read_text() == "mine"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_digests_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    pins = re.split(r"\n(?=\S)", text.strip())
    assert len(pins) > 20
    assert [
        pin.splitlines()[0] for pin in pins if not re.match(r"[a-z0-9-]+==\S+[^\n]*\\\n    --hash=sha256:", pin)
    ] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["build-system"]["requires"]
    for_tests = project["project"]["optional-dependencies"]["test"]

    def names(lines: list[str]) -> set[str]:
        return {re.split(r"[^A-Za-z0-9_.-]", line)[0].lower().replace("_", "-") for line in lines}

    run, test = (names(re.findall(r"^\S.*", lock.read_text(encoding="utf-8"), re.MULTILINE)) for lock in LOCKS)
    run_names, test_names = ({name.split("=")[0] for name in found} for found in (run, test))
    assert names(asked) <= run_names
    assert names(for_tests) <= test_names
    assert run_names <= test_names


def test_the_qt_that_kills_python_3_11_is_not_in_use() -> None:
    code = "import PySide6, sys; print(PySide6.__version_info__[:2] < (6, 12) or sys.version_info >= (3, 12))"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert child.stdout.strip() == "True"
