"""A comment from the clipboard: what is guessed about it is shown for approval, never saved by itself."""

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from frhearing.model.comment import NewComment
from frhearing.model.filter import NO_GROUP
from frhearing.ui.pages.comments.editing import Editing
from frhearing.ui.pages.comments.when_words import write_when
from frhearing.ui.session import Session

if TYPE_CHECKING:
    from frhearing.desk.importing import ImportPlan

_CHECK: Final = "From the clipboard. Name, date and subject are guessed where they stand in the text: check them."


class Pasting:
    """Turns the words on the clipboard into a new comment in the editor, or into an import of several."""

    def __init__(self, session: Session, editing: Editing, page: QWidget) -> None:
        self._session, self._editing, self._page = session, editing, page

    def paste(self) -> None:
        """Begin with the words on the clipboard; they are read in the background, however many there are."""
        words = QGuiApplication.clipboard().text()
        hearing_id, desk = self._session.hearing_id, self._session.desk
        if hearing_id is None:
            return
        if not words.strip():
            self._session.notice("info", "There are no words on the clipboard to paste.")
            return
        # What reads foreign files is loaded when the first of them comes.
        from frhearing.desk import importing

        self._session.background.run(
            lambda _progress: importing.paste(desk, hearing_id, words), self._begin, self._session.tell
        )

    def _begin(self, plan: "ImportPlan") -> None:
        found = [one for source in plan.sources for one in source.incoming]
        hearing = self._session.hearing
        if hearing is None:
            return
        if len(found) == 1:
            self._editing.new(_values(found[0].comment, hearing.zone), _CHECK)
        else:
            from frhearing.ui.dialogs.import_dialog import open_plan

            open_plan(self._session, plan, self._page.window())


def _values(comment: NewComment, zone: str) -> dict[str, object]:
    """Return what was guessed about a comment as the editor's fields show it."""
    return {
        "text": comment.text,
        "name": comment.name,
        "organization": comment.organization,
        "group_id": comment.group_id or NO_GROUP,
        "channel": str(comment.channel),
        "received": write_when(comment.received_at, zone),
        "district": comment.district,
        "email": comment.email,
        "subject": comment.subject,
    }
