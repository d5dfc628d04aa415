"""Fields: the label above, the field, a hint or the error below, all known to the screen reader."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from frhearing.ui.theme import pixmap, set_size, set_spacing, theme
from frhearing.ui.widgets.labels import label

_GLASS: Final = 16


class FieldRow(QWidget):
    """A field with its label above and, when something is wrong with it, the reason below (A14)."""

    def __init__(self, text: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._hint = hint
        layout = QVBoxLayout(self)
        set_spacing(layout, (0, 0, 0, 0), 4)
        self.label = label(text, "field")
        self.label.setBuddy(field)
        self._below = label(hint, "caption", wrap=True)
        layout.addWidget(self.label)
        layout.addWidget(field)
        layout.addWidget(self._below)
        if field.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Fixed:
            layout.addStretch(1)  # beside a field with a hint the labels stay in line
        # Only now: shown before it has a parent, the label would flash up as a window of its own.
        self._below.setVisible(bool(hint))
        field.setAccessibleName(text)
        inner = field.findChild(QLineEdit)  # spin boxes and editable lists have a line of their own
        if inner is not None:
            inner.setAccessibleName(text)
        field.setAccessibleDescription(hint)

    def set_error(self, sentence: str) -> None:
        """Show what is wrong below the field and name it in the field's description; empty takes it away."""
        self._below.setProperty("kind", "error" if sentence else "caption")
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        self.field.setProperty("bad", "true" if sentence else "false")
        self.field.setAccessibleDescription(sentence or self._hint)
        for widget in (self._below, self.field):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def set_hint(self, hint: str) -> None:
        """Show another hint below the field; it takes an error away."""
        self._hint = hint
        self.set_error("")

    @property
    def error(self) -> str:
        """The sentence shown as the error, or nothing."""
        return self._below.text() if self._below.property("kind") == "error" else ""


class SearchField(QLineEdit):
    """A find field: ``settled`` comes with the text once typing has paused, Escape empties it, then leaves.

    ``left`` asks for the focus to go back to the list (Escape in the empty field, Down, Enter).
    """

    settled = Signal(str)
    left = Signal()

    def __init__(self, placeholder: str, *, pause: int = 120, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        set_size(self, min_height=30)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(pause)
        self._wait.timeout.connect(self._tell)
        self.textChanged.connect(self._typed)
        theme.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the left side to the glass; Qt's own pictures in a field do not grow with the text size."""
        self.setTextMargins(theme.px(_GLASS + 8), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the glass before the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(_GLASS)
        painter.drawPixmap(theme.px(9), (self.height() - side) // 2, pixmap("search", "text2", _GLASS))
        painter.end()

    def _typed(self, _text: str) -> None:
        self._wait.start()

    def _tell(self) -> None:
        self._wait.stop()
        self.settled.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape, Down and Enter; all else is typing."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)
