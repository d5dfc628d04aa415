"""Where files lie: the program's own resources, and the folder that holds an office's records.

Nothing else in the program builds such a path by itself. Folders are made with mode 0700 and files with
mode 0600 (7-quality.md, rule 9): records may hold home addresses before anyone has looked at them.
"""

import contextlib
import errno
import os
from pathlib import Path
from typing import Final, NamedTuple

APPLICATION: Final = "frhearing"
STORE_NAME: Final = "frhearing.db"
LOCK_NAME: Final = "frhearing.lock"
WINDOW_SETTINGS_NAME: Final = "window.ini"
_PACKAGE: Final = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Give the path of a file that ships with the program: ``resource("fonts", "Inter-Regular.ttf")``.

    An installed program carries its resources inside the package, a source tree beside it. Raises
    FileNotFoundError when neither has the file, which means that the installation is incomplete.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = folder.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"This installation of frhearing is incomplete: {'/'.join(parts)} is missing.")


def keep_private() -> None:
    """Let this process and its children create files and folders that only their owner can read.

    Each door calls it once before anything is written: SQLite makes its journals by itself, and they
    hold the same records as the store.
    """
    os.umask(0o077)


def private_folder(path: Path) -> Path:
    """Create a folder with its parents, readable by its owner alone, and give it back.

    A folder that is there already keeps the mode that its owner chose.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    path.mkdir(mode=0o700, exist_ok=True)  # says so when a file stands in the way
    return path


def data_folder(chosen: Path | None = None) -> Path:
    """Give the folder of the office's records, created: the one chosen, else the platform's own."""
    return private_folder(from_home(chosen or _own_folder(APPLICATION)))


def from_home(path: Path) -> Path:
    """Give a path whole: ``~`` is the home of whoever works; one of nobody's is a name like any other."""
    with contextlib.suppress(RuntimeError):
        path = path.expanduser()
    return path.absolute()


def demo_folder() -> Path:
    """Give the folder of the example hearing, created; it never mixes with the office's own records."""
    return private_folder(_own_folder(f"{APPLICATION}-example"))


def _own_folder(application: str) -> Path:
    """Give the folder that this system keeps for an application's data."""
    import platformdirs  # only asked where no folder was chosen

    return Path(platformdirs.user_data_dir(application, appauthor=False))


def _folder_below(path: Path) -> Path:
    """Create a folder of an office's; on a disk that cannot be written to it is only named, and holds nothing."""
    try:
        return private_folder(path)
    except OSError as fault:
        if fault.errno != errno.EROFS:
            raise
        return path


class DataFolder(NamedTuple):
    """The files of one office: the store and all that belongs to it, by name.

    The folders below ``root`` are created when first asked for; the files are made by those who write them.
    """

    root: Path

    @property
    def store(self) -> Path:
        """The SQLite file with all hearings."""
        return self.root / STORE_NAME

    @property
    def lock(self) -> Path:
        """The file whose lock says that one process may write."""
        return self.root / LOCK_NAME

    @property
    def window_settings(self) -> Path:
        """The window's own memory: size, zoom, theme, last hearing. Never part of the record."""
        return self.root / WINDOW_SETTINGS_NAME

    @property
    def files(self) -> Path:
        """The folder of received originals, each under its SHA-256."""
        return _folder_below(self.root / "files")

    @property
    def backups(self) -> Path:
        """The folder of verified copies of the store."""
        return _folder_below(self.root / "backups")

    @property
    def drafts(self) -> Path:
        """The folder of texts that are still being typed."""
        return _folder_below(self.root / "drafts")
