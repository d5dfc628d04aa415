"""What else can be done with a comment: its status, its history, its files."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from frhearing.desk import testimony
from frhearing.model.change import Change
from frhearing.model.comment import Comment, CommentStatus
from frhearing.model.errors import ClerkError
from frhearing.ui.pages.comments.writer import Writer
from frhearing.ui.session import Session
from frhearing.ui.tables.plain import plain

_STATUSES = (
    (CommentStatus.WITHDRAWN, "Withdrawn by its author…"),
    (CommentStatus.DISPUTED, "Authorship disputed…"),
    (CommentStatus.DUPLICATE, "Sent twice…"),
    (CommentStatus.RETURNED, "Returned, not considered…"),
)


class MoreMenu:
    """The menu behind the three dots of a comment, and the questions it asks."""

    def __init__(self, writer: Writer, page: QWidget) -> None:
        self._writer, self._page = writer, page
        self._session: Session = writer.session

    def menu(self, comment: Comment, ids: Sequence[int]) -> QMenu:
        """Make the menu for a comment; what changes something goes to all ``ids``."""
        menu = QMenu(self._page)
        menu.setAccessibleName(f"More about No. {comment.number}")
        able = self._session.writable
        count = "" if len(ids) == 1 else f" ({len(ids):,} comments)"
        stays = menu.addMenu(f"Take out of the tally{count}")
        stays.setEnabled(able)
        for status, words in _STATUSES:
            action = stays.addAction(words)
            action.triggered.connect(lambda _on=False, to=status: self._ask_status(ids, to))
        accept = menu.addAction(f"Count it again{count}")
        accept.setEnabled(able and not comment.tallied)
        accept.triggered.connect(lambda: self._set_status(ids, CommentStatus.ACCEPTED, ""))
        void = menu.addAction("Entered by mistake: take off the record…")
        void.setEnabled(able)
        void.triggered.connect(lambda: self.ask_void(comment))
        menu.addSeparator()
        if len(ids) > 1:
            joined = menu.addAction(f"From one person{count}")
            joined.setEnabled(able)
            joined.triggered.connect(lambda: self._join(ids))
        petition = menu.addAction("A petition, with signatures…")
        petition.setEnabled(not comment.spoken)
        petition.triggered.connect(lambda: self.ask_petition(comment))
        attach = menu.addAction("Attach a file…")
        attach.setEnabled(able)
        attach.triggered.connect(lambda: self.ask_attach(comment))
        for name, path in self._files(comment):
            action = menu.addAction(f"Open {name}".replace("&", "&&"))
            action.triggered.connect(lambda _on=False, at=path: open_file(at))
        return menu

    def ask_void(self, comment: Comment) -> None:
        """Ask why a comment comes off the record; its number stays used."""
        if not self._writer.may_write():
            return
        desk = self._session.desk
        self._ask(
            f"Take No. {comment.number} off the record",
            "For a comment that was entered by mistake. Its number is not used again; undo brings it back.",
            "Take off",
            lambda reason: testimony.void_comment(desk, comment.id, reason),
            f"No. {comment.number} is off the record. Ctrl+Z brings it back.",
        )

    def _join(self, ids: Sequence[int]) -> None:
        """Note that comments come from one person, who is counted once among the names."""
        from frhearing.desk import people

        desk = self._session.desk
        self._writer.write(ids, "One person", lambda: people.same_person(desk, ids))

    def ask_petition(self, comment: Comment) -> None:
        """Ask for the sponsor and the signatures of a comment that is the letter of a petition."""
        from frhearing.ui.dialogs.petition_dialog import PetitionDialog

        PetitionDialog(self._session, self._page.window(), comment).open_over()

    def ask_attach(self, comment: Comment) -> None:
        """Ask for a file that came with a comment and keep a copy of it, in the background."""
        if not self._writer.may_write():
            return
        chosen, _ = QFileDialog.getOpenFileName(self._page, f"Attach a file to No. {comment.number}")
        if not chosen:
            return
        from frhearing.desk import attaching

        desk, session = self._session.desk, self._session

        def done(change: Change) -> None:
            session.take(change)
            words = f"{plain(Path(chosen).name)} is attached to No. {comment.number}; “More” opens it."
            session.notice("ok", words, "Undo", session.undo)

        session.background.run(
            lambda _handle: attaching.attach_file(desk, comment.id, Path(chosen))[1],
            done,
            session.tell,
            must=True,
        )

    def _ask_status(self, ids: Sequence[int], status: CommentStatus) -> None:
        self._ask(
            "Take out of the tally",
            "The comment stays on the record and is listed with this reason, but is not counted.",
            "Take out",
            lambda reason: testimony.set_status(self._session.desk, ids, status, reason),
            "Taken out of the tally. The comment stays on the record."
            if len(ids) == 1
            else f"{len(ids):,} comments are taken out of the tally. They stay on the record.",
        )

    def _set_status(self, ids: Sequence[int], status: CommentStatus, reason: str) -> None:
        desk = self._session.desk
        self._writer.write(ids, "Counted again", lambda: testimony.set_status(desk, ids, status, reason))

    def _ask(self, title: str, sentence: str, button: str, act: Callable[[str], Change], done: str) -> None:
        """Ask for a reason, do it and say so; a refusal stands below the field."""

        def take(reason: str) -> str:
            try:
                self._session.take(act(reason))
            except ClerkError as fault:
                return str(fault)
            self._session.notice("ok", done)
            return ""

        from frhearing.ui.dialogs.ask_line import AskLine

        AskLine(self._page.window(), title, sentence, "Reason", button, take).open_over()

    def _files(self, comment: Comment) -> list[tuple[str, str]]:
        """Return the names and places of the original and of what was attached."""
        try:
            original = testimony.original_file(self._session.desk, comment.id)
            attached = testimony.attachments(self._session.desk, comment.id)
        except ClerkError:
            return []  # without files the menu is still of use
        files = [(plain(comment.source_file) or "the original file", str(original))] if original else []
        return files + [(plain(one.name), one.path) for one in attached if one.path]


def open_file(path: str) -> bool:
    """Open a file with the system's own program; says whether one was found."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
