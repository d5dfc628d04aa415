"""What every test shares: no window on the screen, no network, a home and a data folder of its own."""

import faulthandler
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from hostile import HOSTILE_TEXTS
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from frhearing import paths

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Where a bare system is told to know ASCII alone, Qt says so in every process that it starts in.
if os.environ.get("LC_ALL") in ("C", "POSIX"):
    os.environ["LC_ALL"] = "C.UTF-8"

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
WORKERS_AT_MOST = 12
MEMORY_OF_A_WORKER = 1 << 30


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--exhaustive", action="store_true", help="run the long sweeps, ten times as large")


def pytest_configure(config: pytest.Config) -> None:
    """Let made-up examples be judged by what they show, never by how long a busy machine took over them.

    They are the same in every run; the long one makes up new ones each time and finds what was never tried.
    """
    long = config.getoption("--exhaustive")
    settings.register_profile(
        "frhearing",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        derandomize=not long,
        max_examples=1000 if long else 100,
    )
    settings.load_profile("frhearing")
    # Numbers and words found in the modules that happen to be loaded are strewn into the examples otherwise, so
    # that they would hang on which tests this worker was given before (see test_conftest.py).
    providers._get_local_constants = lambda: providers._local_constants


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """A worker for each core this process may use, as far as the memory goes; beyond a dozen they only wait."""
    allowed = getattr(os, "sched_getaffinity", None)
    cores = len(allowed(0)) if allowed else os.cpu_count() or 1
    return max(1, min(cores, WORKERS_AT_MOST, psutil.virtual_memory().available // MEMORY_OF_A_WORKER))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--exhaustive"):
        return
    for item in items:
        if item.get_closest_marker("exhaustive"):
            item.add_marker(pytest.mark.skip(reason="a long sweep; runs with --exhaustive"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Give the long sweeps all the time they take; any other test that hangs is ended (pyproject.toml)."""
    if item.config.getoption("--exhaustive"):
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="session")
def exhaustive(request: pytest.FixtureRequest) -> bool:
    """Whether the long run was asked for: sweeps multiply their size by ten then."""
    return bool(request.config.getoption("--exhaustive"))


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Let every attempt to reach another machine fail loudly (7-quality.md, C9)."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _local_only(getattr(socket.socket, name)))
        yield


def _local_only(original):
    def guarded(self, *arguments):
        if self.family != getattr(socket, "AF_UNIX", None):
            raise AssertionError(f"The program reached for the network: {arguments!r}")
        return original(self, *arguments)

    return guarded


@pytest.fixture(scope="session", autouse=True)
def _clipboard_emptied() -> Iterator[None]:
    """Empty the offscreen clipboard before Python ends: it outlives Python, and what lies in it does not."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui and gui.QGuiApplication.instance():
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tester's own records and settings out of reach, in this process and its children."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """An empty data folder for this test alone."""
    return paths.data_folder(tmp_path / "data")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real exports and torture files, which lies beside the repository and not in it."""
    if not SHARED_DATA.is_dir():
        pytest.skip("needs the test data beside the repository (../shared/data)")
    return SHARED_DATA


@pytest.fixture(scope="session")
def hostile_texts() -> list[str]:
    """Texts that have broken programs; see hostile.py."""
    return list(HOSTILE_TEXTS)
