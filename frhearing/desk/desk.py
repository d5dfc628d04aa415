"""An open desk: one office's store, who works at it, and the steps that can be taken back."""

import contextlib
import getpass
from pathlib import Path
from types import TracebackType

from frhearing.model.change import Change
from frhearing.model.errors import ClerkError, DiskFault, Refused
from frhearing.paths import DataFolder, private_folder
from frhearing.store.database import Store
from frhearing.store.undo import reverse


class Desk:
    """The one thing that doors and windows hold; made by ``open_desk``."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def who(self) -> str:
        """The name under which changes are logged."""
        return self.store.who

    @property
    def read_only(self) -> bool:
        """Whether this desk can only read, because another one is the writer."""
        return self.store.read_only

    @property
    def files(self) -> DataFolder:
        """The folder that holds the store and all that belongs to it."""
        return DataFolder(self.folder)

    @property
    def saved_at(self) -> str | None:
        """When something was last saved in this run (UTC text)."""
        return self.store.saved_at

    @property
    def undo_step(self) -> Change | None:
        """The action that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redo_step(self) -> Change | None:
        """The action that redo would bring back."""
        return self._undone[-1] if self._undone else None

    def did(self, change: Change) -> Change:
        """Put a finished action on the list of steps that can be taken back."""
        if not change.nothing:
            self._done.append(change)
            self._undone.clear()
        return change

    def undo(self) -> Change:
        """Take the last action of this run back; Refused when there is none or it no longer fits."""
        if not self._done:
            raise Refused("There is nothing to undo in this session.")
        step = self._done[-1]
        change = self._reverse(step, "undo", step.action)
        self._done.pop()
        # Redo is the undo of this undo; the step keeps its own name.
        self._undone.append(_renumbered(step, change.action))
        return change

    def redo(self) -> Change:
        """Bring the last undone action back; Refused when there is none or it no longer fits."""
        if not self._undone:
            raise Refused("There is nothing to redo in this session.")
        step = self._undone[-1]
        change = self._reverse(step, "redo", step.action)
        self._undone.pop()
        self._done.append(_renumbered(step, change.action))
        return change

    def _reverse(self, step: Change, kind: str, target: int) -> Change:
        """Append the reverse of an action as an action of its own."""
        with self.store.action(f"{kind} {step.kind}", step.subject, step.hearing_id, undoes=target) as writing:
            reverse(writing.act, target)
        return writing.change

    def version(self) -> int:
        """Return a number that moves when another program has written to the store."""
        return self.store.data_version()

    def begin_writing(self) -> None:
        """Become the store's writer, if that was put off; raises ClerkErrors, and the desk can only read then."""
        self.store.begin_writing()

    def close(self) -> None:
        """Close the store and give up its lock."""
        self.store.close()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _renumbered(step: Change, action: int) -> Change:
    """Return a step that now stands under another action's number."""
    return Change(action, step.kind, step.subject, step.at, step.hearing_id, step.touched, step.undoes)


def open_desk(
    folder: Path, *, who: str = "", writing: bool = True, at_once: bool = True, migrates: bool = True
) -> Desk:
    """Open the store in a folder, made if it is new; raises ClerkErrors in words.

    A desk that need not write ``at_once`` takes the lock with ``begin_writing``, or with its first write. One that is
    to write brings an older store up to date, which can take seconds; StoreOlder unless it ``migrates``.
    """
    try:
        private_folder(folder)
    except OSError as fault:
        raise DiskFault(
            f"The folder {folder} cannot be used ({fault.strerror}). Nothing was changed. "
            "Choose another folder or ask for the right to write there."
        ) from fault
    path, name = DataFolder(folder).store, who or user_name()
    store = Store(path, who=name, writing=writing, at_once=at_once, migrates=migrates)
    return Desk(store, folder)


def user_name() -> str:
    """Return the name this computer knows the person at it by."""
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "clerk"


def require_one(condition: bool, sentence: str) -> None:
    """Raise Refused with a sentence unless a condition holds."""
    if not condition:
        raise Refused(sentence)


__all__ = ["ClerkError", "Desk", "open_desk", "require_one", "user_name"]
