"""Where the files found inside sources lie between reading and adding: a folder that goes when nobody needs it."""

import shutil
import tempfile
import weakref
from pathlib import Path


class Spool:
    """A private folder for the parts of the sources of one import; it is deleted with the last plan that holds it."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="frhearing-parts-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)
