"""Words on screen: always plain text, so that a name can never become markup (7-quality.md, B12)."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from frhearing.ui.theme import STANCE_WORDS, pixmap, set_icon, theme
from frhearing.ui.widgets.marks import paint_mark


def label(text: str, kind: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Give a label of a kind that the style sheet knows (``h1``, ``caption``, ``field`` …)."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("kind", kind)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def picture(name: str, token: str = "text2", size: int = 16) -> QLabel:
    """Give an icon that is only seen, never pressed; the words beside it say the same."""
    made = QLabel()
    set_icon(made, name, token, size)
    return made


class KeyCap(QLabel):
    """The keys of a command, drawn as a key cap."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Key {keys}")


class Pill(QLabel):
    """A few words on a coloured ground: a stage, a count. ``tone`` is plain, ok, warn, danger or a stance."""

    def __init__(self, text: str, tone: str = "plain", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tone = self._icon = ""
        self.show_state(text, tone, icon)

    def show_state(self, text: str, tone: str = "plain", icon: str = "") -> None:
        """Show other words, another tone, another icon."""
        if (text, tone, icon) == (self.text(), self._tone, self._icon):
            return  # asking for a layout that changes nothing costs every row around it
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _lead(self) -> int:
        return theme.px(19) if self._icon or self._tone in STANCE_WORDS else 0

    def sizeHint(self) -> QSize:
        """Give the size it wants."""
        width = QFontMetrics(theme.font("caption_strong")).horizontalAdvance(self.text())
        return QSize(width + self._lead() + theme.px(18), theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the theme."""
        plain = self._tone == "plain"
        ground, ink = ("surface2", "text2") if plain else (f"{self._tone}_bg", f"{self._tone}_fg")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("text") if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        box = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = theme.px(9)
        if self._tone in STANCE_WORDS:
            paint_mark(painter, self._tone, left + theme.px(5), box.center().y() + 0.5, theme.px(5))
        elif self._icon:
            side = theme.px(14)
            painter.drawPixmap(left, (self.height() - side) // 2, pixmap(self._icon, ink, 14))
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font("caption_strong"))
        text_box = self.rect().adjusted(left + self._lead(), 0, 0, 0)
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()


class StanceChip(Pill):
    """A stance as a chip: its mark, its word, its ground. ``stance`` is a code or ``not_tagged``."""

    def __init__(self, stance: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", stance, parent=parent)
        self.show_stance(stance, text)

    def show_stance(self, stance: str, text: str = "") -> None:
        """Show another stance; ``text`` stands in for its own word."""
        self.show_state(text or STANCE_WORDS[stance], stance)
        self.setAccessibleName(f"Position: {text or STANCE_WORDS[stance]}")
