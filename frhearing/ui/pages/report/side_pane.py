"""Beside the preview: what to look at before printing, what else can be made, the outline to read aloud (A18)."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from frhearing.model.check import Check
from frhearing.ui.pages.report.product_buttons import ProductButtons
from frhearing.ui.theme import set_spacing, theme
from frhearing.ui.widgets import QuietButton, clear, column, label, picture, row, rule, scroll

_JUMP_WORDS = {
    "comments.to_tag": "Tag them now",
    "comments.flagged": "Look at them",
    "setup.question": "Open Set up",
}
_NOTE = "Warnings do not stop printing. They are listed in the section on method."


class _Line(QStyledItemDelegate):
    """Gives the lines of the outline the height of a target that can be hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the size of the words on a line of 26 design pixels."""
        return super().sizeHint(option, index).expandedTo(QSize(0, theme.px(26)))


def check_line(check: Check, go: QWidget | None) -> QWidget:
    """Give one check as a line: its sign, what was found, the way there."""
    sign = picture(*(("circle-check", "ok_fg") if check.ok else ("triangle-alert", "warn_icon")), 18)
    sign.setAccessibleName("In order" if check.ok else "To look at")
    words = column(label(check.text, "strong", wrap=True), gap=2)
    if check.detail:
        words.addWidget(label(check.detail, "secondary", wrap=True))
    if go is not None:
        words.addLayout(row(go, None))
    line = QWidget()
    line.setLayout(row(column(sign, None, gap=0), (words, 1), margins=(0, 5, 0, 5), gap=9))
    return line


class SidePane(QFrame):
    """``jumped`` carries the place that a check leads to, ``page_wanted`` a page of the outline."""

    jumped = Signal(str)
    page_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "pane_right")
        self.setAccessibleName("Checks and outline")
        self._lines = QVBoxLayout()
        set_spacing(self._lines, (0, 0, 0, 0), 4)
        self.jumps: list[QuietButton] = []
        checks = QWidget()
        self.products = ProductButtons()
        also = (rule(), label("Also from this record", "h3"), self.products)
        note = label(_NOTE, "caption", wrap=True)
        checks.setLayout(column(self._lines, note, None, *also, margins=(14, 10, 12, 12), gap=10))
        self.outline = QTreeView()
        self.outline.setAccessibleName("Outline of the summary")
        self.outline.setHeaderHidden(True)
        self.outline.setUniformRowHeights(True)
        self.outline.setItemDelegate(_Line(self.outline))
        self.outline.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(scroll(checks, "Before you print"), "Before you print")
        self.tabs.addTab(self.outline, "Outline")
        self.tabs.tabBar().setAccessibleName("Checks or outline")
        self.setLayout(column((self.tabs, 1), gap=0))
        self.outline.clicked.connect(self._go)
        self.outline.activated.connect(self._go)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show the checks, those that need a look first."""
        clear(self._lines)
        self.jumps = []
        for check in sorted(checks, key=lambda one: one.ok):
            go = None
            if check.jump:
                go = QuietButton(_JUMP_WORDS.get(check.jump, "Open it"), name=f"Open: {check.text}")
                go.clicked.connect(lambda _down=False, place=check.jump: self.jumped.emit(place))
                self.jumps.append(go)
            self._lines.addWidget(check_line(check, go))
        open_ones = sum(not check.ok for check in checks)
        self.tabs.setTabText(0, f"Before you print ({open_ones})" if open_ones else "Before you print")

    def show_outline(self, model: QAbstractItemModel) -> None:
        """Show the headings of the PDF, taken from the PDF itself."""
        if self.outline.model() is not model:
            self.outline.setModel(model)
            model.modelReset.connect(self._unfold)
        self._unfold()

    def _unfold(self) -> None:
        self.outline.expandToDepth(0)

    def _go(self, index: QModelIndex) -> None:
        from PySide6.QtPdf import QPdfBookmarkModel

        page = index.data(QPdfBookmarkModel.Role.Page)
        if isinstance(page, int):
            self.page_wanted.emit(page + 1)
