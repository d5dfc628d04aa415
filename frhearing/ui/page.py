"""What every workspace is: a page that is made at the first visit and told when the hearing changes."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.session import Session


class Page(QWidget):
    """One workspace. Subclasses set the three names and override what they need.

    A page may use the session's signals itself; ``show_hearing`` is called before it is first seen and each
    time another hearing is opened.
    """

    page_id: ClassVar[str] = ""
    title: ClassVar[str] = ""
    icon: ClassVar[str] = ""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.commands = commands
        self.setProperty("kind", "page")
        self.setAccessibleName(self.title)

    def primary(self) -> None:
        """Do what the green button does (Ctrl+Enter)."""

    def key_hints(self) -> Sequence[KeyHint]:
        """Give the keys that work here and now, the most used first; ``commands.hints`` makes them."""
        return ()

    def show_hearing(self, session: Session) -> None:
        """Show the session's hearing, or the empty state where none is open."""

    def find_here(self) -> None:
        """Put the caret into the field that searches here (Ctrl+F)."""

    def panes(self) -> Sequence[QWidget]:
        """Give the widgets that F6 goes through, each the first stop of its pane, in reading order."""
        return ()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the commands that this page does, by their ids in the command table."""
        return {}

    def rest(self) -> Sequence[Callable[[], object]]:
        """Give what of this page can come after it was first painted, as steps in their order.

        Until they are through it shows what there is to see; nothing else of it is asked for.
        """
        return ()

    def reflow(self, width: int) -> None:
        """Lay out anew for a page of ``width`` design pixels (window width ÷ text size, the rail included)."""
