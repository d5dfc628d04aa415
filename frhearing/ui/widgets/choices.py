"""The controls of tagging: stance buttons and theme rows. They derive from Qt's own, so that a screen
reader knows them as radio buttons and check boxes (6-interface.md, A5)."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QWidget

from frhearing.ui.theme import STANCE_WORDS, pixmap, set_spacing, theme
from frhearing.ui.widgets.marks import paint_mark, paint_pattern

STANCE_KEYS: Final[Mapping[str, str]] = {
    "support": "S",
    "oppose": "O",
    "mixed": "M",
    "neutral": "N",
    "not_stated": "X",
}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class StanceButton(QRadioButton):
    """One stance: mark, word, key and, while it is chosen, its pattern at the left edge."""

    def __init__(self, stance: str, keys: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(STANCE_WORDS[stance], parent)
        self.stance = stance
        self._keys = STANCE_KEYS[stance] if keys is None else keys
        spoken = f", key {self._keys}" if self._keys else ""
        self.setAccessibleName(f"{STANCE_WORDS[stance]}{spoken}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_word(self, word: str) -> None:
        """Show the body's own word for the stance, such as "For information only"."""
        self.setText(word)
        self.setAccessibleName(f"{word}, key {self._keys}" if self._keys else word)

    def hitButton(self, position: QPoint) -> bool:
        """Let the whole button take the click, not only the words."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """Give the size it wants."""
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(max(width + theme.px(66), theme.px(120)), theme.px(38))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without."""
        return QSize(theme.px(96), theme.px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, box = self.isChecked(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = theme.px(6)
        ground = f"{self.stance}_bg" if on else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.color(ground))
        painter.setPen(QPen(theme.color(self.stance if on else "border_strong"), 2 if on else 1))
        painter.drawRoundedRect(box, radius, radius)
        middle = box.center().y()
        if on:
            strip = QRectF(box.left() + theme.px(5), box.top() + theme.px(7), theme.px(5), box.height() - theme.px(14))
            paint_pattern(painter, self.stance, strip)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), radius - 2, radius - 2)
        paint_mark(painter, self.stance, theme.px(22), middle, theme.px(6))
        painter.setFont(theme.font("ui", weight=600 if on else 500))
        painter.setPen(theme.color(f"{self.stance}_fg" if on else "text"))
        words = self.rect().adjusted(theme.px(34), 0, -theme.px(32 if self._keys else 4), 0)
        painter.drawText(
            words,
            _LEFT,
            self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width() + 2),
        )
        if self._keys:
            side = theme.px(18)
            paint_key(
                painter,
                QRect(round(box.right()) - theme.px(28), round(middle - side / 2), theme.px(20), side),
                self._keys,
                on,
            )
        painter.end()


def paint_key(painter: QPainter, box: QRect, keys: str, strong: bool) -> None:
    """Paint a small key cap; a strong one stands on a coloured ground."""
    painter.setPen(theme.color("border_strong" if strong else "border"))
    painter.setBrush(theme.color("surface" if strong else "surface2"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(theme.font("key"))
    painter.setPen(theme.color("text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)


class StanceButtons(QWidget):
    """All stances side by side or in two columns; ``chosen`` tells the code of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, *, columns: int = 2, keys: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Position on the question")
        grid = QGridLayout(self)
        set_spacing(grid, (0, 0, 0, 0), 6)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, StanceButton] = {}
        for index, stance in enumerate(STANCE_KEYS):
            button = StanceButton(stance, None if keys else "")
            self._group.addButton(button)
            self.buttons[stance] = button
            grid.addWidget(button, index // columns, index % columns)
        self._group.buttonClicked.connect(self._tell)

    def _tell(self, button: StanceButton) -> None:
        self.chosen.emit(button.stance)

    def stance(self) -> str | None:
        """Give the code of the stance that is down, or None."""
        return next((code for code, button in self.buttons.items() if button.isChecked()), None)

    def show_stance(self, stance: str | None) -> None:
        """Put one button down, or none, without telling anyone."""
        self._group.setExclusive(False)
        for code, button in self.buttons.items():
            button.setChecked(code == stance)
        self._group.setExclusive(True)

    def set_words(self, words: Mapping[str, str]) -> None:
        """Show the body's own words for some stances."""
        for stance, word in words.items():
            self.buttons[stance].set_word(word)


class ThemeRow(QCheckBox):
    """One theme a line: its key never moves during a hearing, so the hand learns it."""

    def __init__(
        self,
        name: str,
        key: str = "",
        count: int | None = None,
        depth: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._key, self._count, self._depth = key, count, depth
        self.setAccessibleName(f"Theme {name}, key {key}" if key else f"Theme {name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(name)

    def show_count(self, count: int | None) -> None:
        """Show how many comments carry the theme, or nothing."""
        self._count = count
        self.update()

    def hitButton(self, position: QPoint) -> bool:
        """Let the whole line take the click."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """Give the size it wants."""
        return QSize(theme.px(180), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without."""
        return QSize(theme.px(120), theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, px = self.isChecked(), theme.px
        box = self.rect().adjusted(0, 0, -1, -2)
        if on:
            painter.setPen(theme.color("accent") if theme.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(box, px(5), px(5))
        if self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            wide = theme.focus_width if self.hasFocus() else 1
            painter.setPen(QPen(theme.color("focus" if self.hasFocus() else "border"), wide))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(5), px(5))
        left = px(5 + 16 * self._depth)
        self._paint_box(painter, QRect(left, box.center().y() - px(9) + 1, px(18), px(18)), on)
        words = box.adjusted(left + px(27), 0, -px(58), 0)
        painter.setFont(theme.font("ui", weight=600 if on else 400))
        painter.setPen(theme.color("accent_text" if on else "text"))
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, name)
        if self._count is not None:
            painter.setFont(theme.font("caption", tabular=True))
            painter.setPen(theme.color("text2" if on else "text3"))
            painter.drawText(box.adjusted(0, 0, -px(30), 0), _RIGHT, f"{self._count:,}")
        if on:
            side = px(16)
            painter.drawPixmap(box.right() - px(22), box.center().y() - side // 2, pixmap("check", "accent_text", 16))
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRect, on: bool) -> None:
        """Paint the key cap that stands where a check box would."""
        painter.setPen(theme.color("accent" if on else "border" if self._key else "border_strong"))
        painter.setBrush(theme.color("accent" if on else "surface2" if self._key else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font("key"))
        painter.setPen(theme.color("on_accent" if on else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
