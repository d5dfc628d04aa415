"""A choice of a few words side by side, of which one is always on; to a screen reader, radio buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from frhearing.ui.theme import theme
from frhearing.ui.widgets.labels import label
from frhearing.ui.widgets.layouts import row


class Segment(QRadioButton):
    """One of the words; the chosen one stands on a tinted ground and is underlined."""

    def hitButton(self, position: QPoint) -> bool:
        """Let the whole area take the click, not only the words."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """Give the size it wants."""
        metrics = QFontMetrics(theme.font("ui", weight=500))
        return QSize(metrics.horizontalAdvance(self.text()) + theme.px(24), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without, which is all of it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.color("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        if self.isChecked():
            painter.setBrush(theme.color("accent"))
            inset = theme.px(12)
            painter.drawRect(QRectF(inset, box.bottom() - theme.px(3), box.width() - 2 * inset + 2, theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawRoundedRect(box, radius, radius)
        painter.setFont(theme.font("ui", weight=600 if self.isChecked() else 500))
        painter.setPen(theme.color("accent_text" if self.isChecked() else "text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Segments(QWidget):
    """A named choice; ``chosen`` tells the code of the word that was pressed."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Segment] = {}
        for code, words in choices:
            button = Segment(words)
            button.setAccessibleName(f"{name}: {words}")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button)
            self.buttons[code] = button
        self.buttons[choices[0][0]].setChecked(True)
        self.setLayout(row(label(name, "caption"), *self.buttons.values(), gap=4))
        self._group.buttonToggled.connect(self._tell)

    def _tell(self, _button: QRadioButton, on: bool) -> None:
        if on:
            self.chosen.emit(self.code)

    @property
    def code(self) -> str:
        """The code of the word that is on."""
        return next(code for code, button in self.buttons.items() if button.isChecked())

    def choose(self, code: str) -> None:
        """Put another word on; ``chosen`` tells of it as of a press."""
        self.buttons[code].setChecked(True)
