"""Where the files found inside sources lie between reading and adding: a folder that goes when nobody needs it."""

import os
import shutil
import tempfile
import weakref
from pathlib import Path
from typing import Final

import psutil

_PREFIX: Final = "frhearing-parts-"


class Spool:
    """A private folder for the parts of the sources of one import; it is deleted with the last plan that holds it."""

    def __init__(self) -> None:
        sweep()
        self.path = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


def sweep() -> None:
    """Delete the folders of programs that were killed and could not do so themselves."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        owner = left.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            shutil.rmtree(left, ignore_errors=True)
