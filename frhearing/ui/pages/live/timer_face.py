"""The clerk's timer: state in words with a sign, large digits, a bar with the tick of the warning."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from frhearing.model.counted import counted
from frhearing.model.live.view import PodiumView
from frhearing.ui.live.words import CLERK_STATES, clock_words, said_clock
from frhearing.ui.theme import pixmap, theme

_HEIGHT = 176
_GROUNDS = {"warning": ("warn_bg", "warn_fg", "warn_icon"), "over": ("danger", "on_danger", "danger")}


class TimerFace(QWidget):
    """Repaints when the second or the state is another; what it shows is always the engine's time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PodiumView | None = None
        self._warn = 30
        self._grey = self._wall = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Timer")

    def show_view(self, view: PodiumView | None, warn_at: int, grey: str = "", wall: str = "") -> None:
        """Show a moment; ``warn_at`` seconds have a tick, ``grey`` words say why nothing runs.

        ``wall`` is the time of day, shown large and grey while nobody stands at the podium and nothing can run.
        """
        self._view, self._warn, self._grey, self._wall = view, warn_at, grey, wall
        words = grey or (said_clock(view) if view is not None else "")
        self.setAccessibleName(f"Timer. {words}")
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it wants."""
        return QSize(theme.px(420), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without."""
        return QSize(theme.px(240), theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self._view
        state = view.state if view is not None and not self._grey else "idle"
        ground, ink, edge = _GROUNDS.get(state, ("surface3", "text", "border"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color(edge), 1))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        self._paint_state(painter, box, state, ink)
        if view is not None and view.slip is not None:
            still = bool(self._grey) or state in ("called", "paused")
            self._paint_digits(painter, box, clock_words(view), "text3" if still else ink)
            if state != "question":
                self._paint_bar(painter, box, view, ink)
        elif self._grey and self._wall:
            self._paint_digits(painter, box, self._wall, "text3")
        painter.end()

    def _paint_state(self, painter: QPainter, box: QRectF, state: str, ink: str) -> None:
        words, sign = CLERK_STATES[state]
        if state == "warning":
            words = f"Last {counted(self._warn, 'second')}"
        words = self._grey or words
        font = theme.font("h3")
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        wide = QFontMetricsF(font).horizontalAdvance(words)
        left = box.center().x() - (wide + theme.px(26)) / 2
        middle = box.top() + theme.px(23)
        painter.drawPixmap(round(left), round(middle - theme.px(9)), pixmap(sign, ink, 18))
        line = QRectF(left + theme.px(26), middle - theme.px(14), wide + theme.px(4), theme.px(28))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_digits(self, painter: QPainter, box: QRectF, text: str, ink: str) -> None:
        font = QFont(theme.font("h1", weight=700, tabular=True))
        font.setPixelSize(theme.px(104))
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > box.width() - theme.px(24):
            font.setPixelSize(round(theme.px(104) * (box.width() - theme.px(24)) / wide))
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        painter.drawText(box.adjusted(0, theme.px(28), 0, -theme.px(30)), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_bar(self, painter: QPainter, box: QRectF, view: PodiumView, ink: str) -> None:
        """Paint how much is left, with a tick where the warning begins; over time there is no bar."""
        if view.state == "over" or not view.allotted:
            return
        px = theme.px
        track = QRectF(box.left() + px(24), box.bottom() - px(30), box.width() - px(48), px(10))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface2"))
        painter.drawRoundedRect(track, px(5), px(5))
        share = max(0.0, min(1.0, view.remaining_ms / 1000 / view.allotted))
        if share:
            painter.setBrush(theme.color("warn_icon" if view.state == "warning" else "accent"))
            left = QRectF(track)
            left.setWidth(max(track.width() * share, px(10)))
            painter.drawRoundedRect(left, px(5), px(5))
        if 0 < self._warn < view.allotted:
            at = track.left() + track.width() * self._warn / view.allotted
            painter.setPen(QPen(theme.color(ink), px(1)))
            painter.drawLine(round(at), round(track.top() - px(4)), round(at), round(track.bottom() + px(4)))
