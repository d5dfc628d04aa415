"""The page of a letter that came as a picture, beside the editor while its words are typed from it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from frhearing.desk import testimony
from frhearing.model.errors import ClerkError
from frhearing.ui.pages.comments.editing import Editing
from frhearing.ui.pages.comments.selection import Selection
from frhearing.ui.pages.comments.workspace import Workspace
from frhearing.ui.session import Session

if TYPE_CHECKING:
    from frhearing.ui.dialogs.import_page import PageView


class PageBeside(QObject):
    """Shows the page in the place of the tags for as long as a comment without words is edited."""

    def __init__(self, session: Session, space: Workspace, editing: Editing, selection: Selection) -> None:
        super().__init__(space)
        self._session, self._space, self._editing, self._selection = session, space, editing, selection
        self.view: PageView | None = None
        editing.opened.connect(self._look)
        editing.closed.connect(lambda: space.show_beside(None))

    def _look(self) -> None:
        """Look whether what is edited now has a page to be typed from."""
        self._space.show_beside(None)
        comment = self._selection.comment
        if self._editing.new_one or comment is None or comment.text.strip():
            return
        desk = self._session.desk
        try:
            files = [Path(one.path) for one in testimony.attachments(desk, comment.id) if one.path]
            original = testimony.original_file(desk, comment.id)
        except ClerkError:
            return
        files += [original] if original is not None else []

        def first_page(_progress: object) -> Path | None:
            # All that reads files comes with it: a window without such a letter stands without waiting for that.
            from frhearing.desk import import_looking

            return import_looking.first_page(files)

        self._session.background.run(first_page, self._show)

    def _show(self, page: Path | None) -> None:
        if page is None or not self._editing.active or self._editing.new_one:
            return
        if self.view is None:
            from frhearing.ui.dialogs.import_page import PageView

            self.view = PageView(self._session)
            self.view.setAccessibleName("The letter as it came")
        self.view.show_page(page)
        self._space.show_beside(self.view)
