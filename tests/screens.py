"""Renders every workspace into PNG files: ``python tests/screens.py FOLDER [WORD]``; WORD picks by name.

Pages come in two sizes, light and dark, and at 200 %. States come from ``ui/screens_*.py``: each has
``STATES``, names with a function that brings the window there, and perhaps ``EMPTY_STATES``, which begin
with a new hearing without comments. A store is copied for each picture, so that no state sees another's.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE), str(HERE / "ui")]

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402  # the path is set above
from PySide6.QtWidgets import QApplication  # noqa: E402

from frhearing import paths  # noqa: E402
from frhearing.desk import hearings  # noqa: E402
from frhearing.desk.desk import open_desk  # noqa: E402
from frhearing.desk.example import load_example  # noqa: E402
from frhearing.model.hearing import NewHearing  # noqa: E402
from frhearing.model.question import NewQuestion  # noqa: E402
from frhearing.ui import theme  # noqa: E402
from frhearing.ui.main_window import MainWindow  # noqa: E402
from frhearing.ui.pages import PAGES  # noqa: E402
from frhearing.ui.session import Session  # noqa: E402
from frhearing.ui.shell.window_settings import WindowSettings  # noqa: E402

State = Callable[[MainWindow], object]


class Shot(NamedTuple):
    """One picture: its name, the store it begins with, how it looks, and what is done first."""

    name: str
    store: str
    look: str
    zoom: float
    size: tuple[int, int]
    state: State


LOOKS = (
    ("1366-light", "light", 1.0, (1366, 768)),
    ("1366-dark", "dark", 1.0, (1366, 768)),
    ("1920-light", "light", 1.0, (1920, 1080)),
    ("1920-dark", "dark", 1.0, (1920, 1080)),
    ("zoom200-light", "light", 2.0, (1366, 768)),
    ("contrast", "contrast", 1.0, (1366, 768)),
)


def go(page_id: str) -> State:
    """Give the state that is just this page."""
    return lambda window: window.go(page_id)


def shots() -> Iterator[Shot]:
    """Give all pictures in order."""
    for entry in PAGES:
        for look in LOOKS:
            yield Shot(f"{entry.page_id}-{look[0]}", "example", *look[1:], go(entry.page_id))
    for entry in PAGES:
        yield Shot(f"empty-{entry.page_id}", "empty", *LOOKS[0][1:], go(entry.page_id))
    yield Shot("first-start", "nothing", *LOOKS[0][1:], go("home"))
    yield Shot("no-hearing", "nothing", *LOOKS[0][1:], go("comments"))
    for module in sorted((HERE / "ui").glob("screens_*.py")):
        found = import_module(module.stem)
        for store, states in (("example", "STATES"), ("empty", "EMPTY_STATES")):
            for name, state in getattr(found, states, {}).items():
                yield Shot(name, store, *LOOKS[0][1:], state)
                yield Shot(f"{name}-dark", store, *LOOKS[1][1:], state)


def make_stores(folder: Path) -> None:
    """Make the stores that pictures begin with: the example, a new hearing, nothing at all."""
    load_example(paths.data_folder(folder / "example"))
    paths.data_folder(folder / "nothing")
    asked = NewQuestion("Should the alley lights stay on all night?", "Keep them on", "Turn them off")
    with open_desk(paths.data_folder(folder / "empty"), who="M. Oleson") as desk:
        new = NewHearing("Alley lights", "Public Works Committee", "2026-03-12", "Room 301-B", (asked,))
        hearings.create_hearing(desk, new)


def settle(session: Session, seconds: float = 20.0) -> None:
    """Let the window finish: events, work in the background, and what comes of it."""
    end = time.monotonic() + seconds
    quiet = 0
    while quiet < 8 and time.monotonic() < end:
        QApplication.processEvents()
        quiet = 0 if session.background.busy else quiet + 1
        time.sleep(0.01)


def take(shot: Shot, stores: Path, out: Path) -> None:
    """Open a window on a copy of the store, bring it into its state and save the picture."""
    folder = stores / "now"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(stores / shot.store, folder)
    theme.use(shot.look, shot.zoom)  # type: ignore[arg-type]
    desk = open_desk(folder, who="M. Oleson")
    session = Session(desk)
    window = MainWindow(session, WindowSettings(folder / "window.ini"))
    cards = hearings.list_hearings(desk)
    if cards:
        session.open_hearing(cards[0].id)
    window.resize(*shot.size)
    window.show()
    window.activateWindow()
    settle(session)  # the window is active before anyone asks for the focus
    shot.state(window)
    settle(session)
    window.grab().save(str(out / f"{shot.name}.png"))
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(arguments: list[str]) -> int:
    """Render all pictures, or those whose name holds the word; a state that fails is named at the end."""
    out = Path(arguments[0] if arguments else "screens")
    out.mkdir(parents=True, exist_ok=True)
    word = arguments[1] if len(arguments) > 1 else ""
    app = QApplication([])
    theme.install(app, "light", 1.0)
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="frhearing-screens-", ignore_cleanup_errors=True) as place:
        make_stores(Path(place))
        for shot in shots():
            if word in shot.name:
                try:
                    take(shot, Path(place), out)
                except Exception as fault:  # one broken state must not hide the others
                    failed.append(f"{shot.name}: {fault!r}")
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
