"""The panes of the Comments workspace side by side, as many as the width holds (6-interface.md (a), reflow)."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QTabBar, QWidget

from frhearing.ui.pages.comments.list_pane import ListPane
from frhearing.ui.tables.row_pages import ReadRows
from frhearing.ui.theme import set_size, theme
from frhearing.ui.widgets import PlainButton, column, frame, row

if TYPE_CHECKING:
    from frhearing.ui.pages.comments.reading_pane import ReadingPane
    from frhearing.ui.pages.comments.tagging_pane import TaggingPane
    from frhearing.ui.pages.comments.views_pane import ViewsPane

Arrangement = Literal["four", "three", "two", "one"]

FOUR, THREE, TWO = 1500, 1100, 800
_ROOMY = 1280
_SIDE, _LEAST_TAGS, _LEAST_TEXT = 214, 300, 520


def arrangement_for(width: int) -> Arrangement:
    """Return how many panes a window of so many design pixels holds."""
    if width >= FOUR:
        return "four"
    if width >= THREE:
        return "three"
    return "two" if width >= TWO else "one"


class Workspace(QWidget):
    """Holds the panes and shows those that fit; where the list is hidden, a button brings it back.

    It begins with the list; ``add_reading`` and ``add_tagging`` put the other panes into places kept for them.
    ``arranged`` comes after another number of panes is shown.
    """

    arranged = Signal()
    views: "ViewsPane"
    reading: "ReadingPane"
    tagging: "TaggingPane"

    def __init__(self, read: ReadRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrangement: Arrangement = "three"
        self._width = 1366
        self._list_in_front = True
        self._edits = False
        self._page: QWidget | None = None
        self.whole = False
        self.list = ListPane(read)
        self.middle = QStackedWidget()
        self.middle.setProperty("kind", "pane")
        self._left: QWidget = frame("pane_left")
        set_size(self._left, width=_SIDE)
        self._right: QWidget = frame("pane_right")
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        for pane in (self.list, self.middle, self._right):
            self.split.addWidget(pane)
        self.split.setStretchFactor(1, 1)
        self.strip = self._make_strip()
        self._panes = row(self._left, (self.split, 1), gap=0)
        self.setLayout(column(self.strip, (self._panes, 1), gap=0))
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.back.clicked.connect(self.show_list)

    def add_reading(self) -> None:
        """Make the pane that shows the text."""
        from frhearing.ui.pages.comments.reading_pane import ReadingPane

        self.reading = ReadingPane()
        self.middle.insertWidget(0, self.reading)

    def add_tagging(self) -> None:
        """Make the panes of tags and of views, and put them where their places were kept."""
        from frhearing.ui.pages.comments.tagging_pane import TaggingPane
        from frhearing.ui.pages.comments.views_pane import ViewsPane

        self.tagging, self.views = TaggingPane(), ViewsPane()
        self.split.replaceWidget(2, self.tagging)
        self._panes.replaceWidget(self._left, self.views)
        for kept in (self._left, self._right):
            kept.setParent(None)
            kept.deleteLater()
        self._left, self._right = self.views, self.tagging
        self.whole = True
        self._apply()
        self._share(self._width)

    def _make_strip(self) -> QFrame:
        """Make the strip of a small window: the way back to the list, and Read or Tag."""
        self.back = PlainButton("List", "chevron-left")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Read or tag")
        for words in ("Read", "Tag"):
            self.tabs.addTab(words)
        strip = frame("bar", row(self.back, self.tabs, None, margins=(8, 4, 8, 4), gap=8))
        set_size(strip, min_height=38)
        return strip

    def set_editor(self, editor: QWidget) -> None:
        """Take the editor, which stands in the place of the text while something is written."""
        self.middle.addWidget(editor)

    def show_editor(self, editing: bool) -> None:
        """Show the editor in place of the text, or the text again."""
        self._edits = editing
        self.middle.setCurrentIndex(1 if editing else 0)
        if editing:
            self._list_in_front = False
            self.tabs.setCurrentIndex(0)
        self._apply()

    def show_beside(self, page: QWidget | None) -> None:
        """Show a page beside the editor in the place of the tags; without one the tags are back."""
        if self._page is page:
            return
        if self._page is not None:
            self._page.hide()
        self._page = page
        if page is not None and self.split.indexOf(page) < 0:
            self.split.addWidget(page)
        self._apply()
        self._share(self._width)

    def reflow(self, width: int) -> None:
        """Show as many panes as a window of ``width`` design pixels holds."""
        wanted = arrangement_for(width)
        changed = wanted != self.arrangement
        self._width = width
        self.arrangement = wanted
        self.list.head.show_wide(wanted == "four")
        if changed:
            self._list_in_front = not self._edits
        self._apply()
        self._share(width)
        if changed:
            self.arranged.emit()

    def show_list(self) -> None:
        """Bring the list to the front in a small window, and give it the keys."""
        self._list_in_front = True
        self._apply()
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_text(self) -> None:
        """Bring the text to the front in a small window and give it the keys; a list beside it keeps them."""
        self._list_in_front = False
        self._apply()
        if self._edits:
            return
        if self.list.isVisibleTo(self):
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tabs.setCurrentIndex(0)
            self.reading.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_row(self) -> None:
        """Go to the text from a list that covers it; where both stand, the list keeps the keys."""
        if self.list_alone:
            self.show_text()

    @property
    def list_alone(self) -> bool:
        """Whether the list covers the text, so that a comment has to be opened to be read."""
        return self.arrangement in ("two", "one") and self._list_in_front

    def name_list(self, count: int) -> None:
        """Show the number of comments on the way back to the list."""
        self.back.set_text(f"List · {count:,}")

    def _tab_chosen(self, _index: int) -> None:
        self._apply()

    def _apply(self) -> None:
        """Show and hide panes for the arrangement as it stands."""
        small = self.arrangement in ("two", "one")
        alone = self.list_alone
        tag = self.arrangement != "one" or self.tabs.currentIndex() == 1
        read = self.arrangement != "one" or self.tabs.currentIndex() == 0
        self._left.setVisible(self.arrangement == "four")
        self.list.setVisible(not small or alone)
        self.middle.setVisible(not alone and (read or self._edits))
        right = not alone and tag and not (self._edits and self.arrangement == "one")
        self._right.setVisible(right and self._page is None)
        if self._page is not None:
            self._page.setVisible(right)
        self.strip.setVisible(small and not alone)
        self.tabs.setVisible(self.arrangement == "one" and not self._edits)

    def _share(self, width: int) -> None:
        """Give list and tags their widths; the text takes the rest."""
        if self.arrangement == "four":
            rest = width - 80 - _SIDE
            shares: tuple[int, ...] = (round(rest * 0.385), round(rest * 0.365), 396)
        elif self.arrangement == "three":
            roomy = width >= _ROOMY
            shares = (330 if roomy else 280, width - 80 - (330 + 396 if roomy else 280 + 330), 396 if roomy else 330)
        else:
            shares = (width, max(width - 330 - 60, 300), 330)
        self._right.setMinimumWidth(theme.px(_LEAST_TAGS))
        self.list.setMinimumWidth(theme.px(260))
        self.middle.setMinimumWidth(theme.px(280))
        if self._page is not None:  # it takes the tags' share and some of the text's: it is to be read
            text = min(shares[1], _LEAST_TEXT)
            shares = (shares[0], text, 0, shares[1] + shares[2] - text)
        self.split.setSizes([theme.px(share) for share in shares])
