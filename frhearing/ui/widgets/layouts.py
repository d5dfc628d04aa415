"""Rows and columns in one line each, with margins and gaps that follow the text size."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from frhearing.ui.theme import add_space, set_size, set_spacing
from frhearing.ui.widgets.labels import label

Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""What a row takes: a widget, a layout, a space in design pixels, None for a stretch, or (item, stretch)."""

Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)


def row(*items: Item, margins: Margins = NO_MARGINS, gap: int = 8) -> QHBoxLayout:
    """Give a row of items from left to right."""
    layout = QHBoxLayout()
    set_spacing(layout, margins, gap)
    fill(layout, items)
    return layout


def column(*items: Item, margins: Margins = NO_MARGINS, gap: int = 8) -> QVBoxLayout:
    """Give a column of items from top to bottom."""
    layout = QVBoxLayout()
    set_spacing(layout, margins, gap)
    fill(layout, items)
    return layout


def fill(layout: QBoxLayout, items: Iterable[Item]) -> None:
    """Append items to a row or column."""
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            add_space(layout, item)
        elif isinstance(item, tuple):
            widget, stretch = item
            if isinstance(widget, QLayout):
                layout.addLayout(widget, stretch)
            else:
                layout.addWidget(widget, stretch)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


def clear(layout: QLayout) -> None:
    """Take all widgets, rows and spaces out of a layout and let them go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
    layout.setProperty("fr_spacers", None)


def frame(kind: str, layout: QLayout | None = None, parent: QWidget | None = None) -> QFrame:
    """Give a plain area of a kind that the style sheet knows (``card``, ``bar``, ``foot``, ``pane`` …)."""
    area = QFrame(parent)
    area.setProperty("kind", kind)
    if layout is not None:
        area.setLayout(layout)
    return area


def rule() -> QFrame:
    """Give a hair line from left to right."""
    line = frame("rule")
    line.setFixedHeight(1)
    return line


def scroll(content: QWidget, name: str) -> QScrollArea:
    """Let content scroll up and down when the window is too low for it; it never scrolls sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    content.setProperty("kind", "scrolled")
    area.setWidget(content)
    return area


class Card(QFrame):
    """A white area with a hair line and round corners, optionally with a heading and things beside it."""

    def __init__(self, *items: Item, title: str = "", beside: Iterable[Item] = (), gap: int = 10) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = column(margins=(16, 14, 16, 14), gap=gap)
        if title:
            self.heading = label(title, "h3")
            self.body.addLayout(row(self.heading, None, *beside))
            self.setAccessibleName(title)
        fill(self.body, items)
        self.setLayout(self.body)


class Spacer(QWidget):
    """An empty place of a fixed size in design pixels."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        set_size(self, width=width, height=height)
