"""Where a comment came from: the original file, and the text as it stood before it was corrected."""

from frhearing.desk import testimony
from frhearing.model.errors import ClerkError
from frhearing.ui.pages.comments.more_menu import open_file
from frhearing.ui.pages.comments.reading_pane import ReadingPane
from frhearing.ui.pages.comments.selection import Selection
from frhearing.ui.session import Session


class Origins:
    """Answers the reading pane's questions for the original and for older versions."""

    def __init__(self, session: Session, selection: Selection, reading: ReadingPane) -> None:
        self._session, self._selection, self._reading = session, selection, reading
        reading.header.original_asked.connect(self.open_original)
        reading.version_asked.connect(self.show_version)

    def open_original(self) -> None:
        """Open the file that the comment was imported from in the program that is for such files."""
        comment = self._selection.comment
        if comment is None:
            return
        try:
            path = testimony.original_file(self._session.desk, comment.id)
        except ClerkError as fault:
            self._session.tell(fault)
            return
        if path is None or not open_file(str(path)):
            self._session.notice("warn", f"The original {comment.source_file} could not be opened here.")

    def show_version(self, version: int) -> None:
        """Show the text as it stood in an earlier version, or as it stands (0)."""
        comment = self._selection.comment
        if comment is None:
            return
        if not version:
            self._reading.show_current()
            return
        try:
            versions = testimony.text_versions(self._session.desk, comment.id)
        except ClerkError as fault:
            self._session.tell(fault)
            return
        found = next((one for one in versions if one.version == version), None)
        if found is not None:
            self._reading.show_version(version, found.text)
