"""The window's door: opens the store, shows the window, and stays until it is closed."""

import gc
import os
import sys
from pathlib import Path

from frhearing import paths
from frhearing.model.errors import ClerkError


def run(data: Path | None, demo: bool) -> int:
    """Open the window on the chosen data folder, or on the example's; gives the process's exit code.

    The demo writes its summary first and prints its path as the last line; without a display it ends there.
    """
    try:
        folder = paths.data_folder(data) if data or not demo else paths.demo_folder()
        if demo:
            _print_example(folder)
    except ClerkError as fault:
        print(fault, file=sys.stderr)
        return 1
    except OSError as fault:
        where = fault.filename or "A file"
        print(f"{where} could not be used ({fault.strerror}). The record was not changed.", file=sys.stderr)
        return 1
    if not display_there():
        if demo:
            return 0
        print("There is no screen to open a window on. “frhearing --help” shows what works without.", file=sys.stderr)
        return 1
    # Starting makes many objects and little garbage: collecting waits until the window is there.
    gc.disable()
    # Qt is loaded only when there is a screen to show it on.
    from frhearing.ui.start.qt import load_qt

    load_qt()
    from frhearing.ui.application import Application

    own = folder if data or not demo else None
    try:
        return Application(own, example=folder if demo else None).run()
    except FileNotFoundError as fault:  # a font or an icon is missing: say which
        print(fault, file=sys.stderr)
        return 1


def display_there() -> bool:
    """Tell whether a window could be shown: Qt ends the process where it finds no display."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _print_example(folder: Path) -> None:
    """Load the example into a folder, write its summary there and print where it is."""
    from frhearing.desk import example, summaries
    from frhearing.desk.desk import open_desk

    hearing_id = example.load_example(folder)
    with open_desk(folder, writing=False) as desk:
        path = folder / "milwaukee-summary.pdf"
        summaries.save_summary(desk, hearing_id, path)
    print(f"The example lies in {folder}. Its summary:")
    print(path, flush=True)  # the window may stay open for hours after this
