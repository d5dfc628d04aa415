"""Paints the hall screen at any size; every measure is a share of its height."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frhearing.ui.hall.shown import HallShown, Look, all_words, digits, look_of, next_words, place_words
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme.icons import drawn
from frhearing.ui.theme.theme import FAMILY

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_BAR = "#5cc4bc"


class HallPicture(QWidget):
    """The hall screen as a widget: the whole second display, or the clerk's small true picture of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: HallShown | None = None
        self._name = name
        self.setAccessibleName(name)

    def show_hall(self, shown: HallShown | None) -> None:
        """Show another picture; repaints only where something is other."""
        if shown != self.shown:
            self.shown = shown
            words = ". ".join(all_words(shown)) if shown is not None else ""
            self.setAccessibleDescription(words or "blank")
            self.update()

    def sizeHint(self) -> QSize:
        """Give a size of its own shape, 16 to 9."""
        return QSize(176, 99)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.shown is None or self.shown.blank:
            painter.fillRect(self.rect(), QColor("#000000"))
        else:
            _Sheet(painter, QRectF(self.rect()), self.shown).paint()
        painter.end()


class _Sheet:
    """One painting: the painter, the area, and a unit that is one hundredth of the height."""

    def __init__(self, painter: QPainter, area: QRectF, shown: HallShown) -> None:
        self.painter, self.area, self.shown = painter, area, shown
        self.unit = min(area.height() / 100, area.width() / 150)
        self.side = 6.5 * self.unit
        self.look: Look = look_of(shown.view)

    def paint(self) -> None:
        """Paint ground, head, and what the state asks for."""
        view = self.shown.view
        self.painter.fillRect(self.area, QColor(self.look.ground if not self.shown.message else "#0d1116"))
        if self.shown.message:
            self._head("#aeb9c6")
            self._wrapped(plain(self.shown.message), 9, "#ffffff")
            return
        self._head(self.look.hint)
        time = digits(view)
        if time:
            self._words(plain(view.speaker), 16, 12, 10, 700, self.look.ink, _LEFT)
            self._words(place_words(view), 27, 6, 4.4, 400, self.look.hint, _LEFT)
            self._words(time, 36, 36, 40, 700, self.look.ink, _CENTRE)
        else:
            self._wrapped(plain(view.message), 12, self.look.ink, 22, 46)
        self._state(72 if time or view.message else 44)
        if time:
            self._bar()
            self._words(plain(next_words(view)) if view.next_speaker else "", 88, 7, 4.4, 500, self.look.hint, _LEFT)

    def _head(self, ink: str) -> None:
        self._words(plain(self.shown.view.title), 5, 6, 3.8, 600, ink, _LEFT, room=0.72)
        self._words(self.shown.clock, 5, 6, 3.8, 600, ink, _RIGHT)

    def _font(self, size: float, weight: int) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(max(1, round(size * self.unit)))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _box(self, top: float, height: float) -> QRectF:
        share = self.area.height() / 100
        return QRectF(
            self.area.left() + self.side,
            self.area.top() + top * share,
            self.area.width() - 2 * self.side,
            height * share,
        )

    def _words(
        self,
        text: str,
        top: float,
        height: float,
        size: float,
        weight: int,
        ink: str,
        where: Qt.AlignmentFlag,
        *,
        room: float = 1.0,
    ) -> None:
        """Paint one line; a long name becomes smaller, then ends in an ellipsis."""
        box = self._box(top, height)
        width = box.width() * room
        font = self._font(size, weight)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > width:
            font = self._font(max(size * width / wide, size * 0.6), weight)
            text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        self.painter.setFont(font)
        self.painter.setPen(QColor(ink))
        self.painter.drawText(box, where, text)

    def _wrapped(self, text: str, size: float, ink: str, top: float = 20, height: float = 62) -> None:
        """Paint words in as many lines as they need, smaller where they are many."""
        box = self._box(top, height)
        flags = int(_CENTRE) | int(Qt.TextFlag.TextWordWrap)
        while size > 3:
            self.painter.setFont(self._font(size, 700))
            if self.painter.boundingRect(box, flags, text).height() <= box.height():
                break
            size -= 1
        self.painter.setPen(QColor(ink))
        self.painter.drawText(box, flags, text)

    def _state(self, top: float) -> None:
        """Paint sign and words of the state in two languages, in the middle."""
        text = f"{self.look.english}   ·   {self.look.spanish}"
        box = self._box(top, 8)
        size = 4.4
        font = self._font(size, 600)
        side = size * self.unit * 1.15
        wide = QFontMetricsF(font).horizontalAdvance(text)
        most = box.width() - 1.6 * side
        if wide > most:
            font = self._font(size * most / wide, 600)
            wide = QFontMetricsF(font).horizontalAdvance(text)
        left = box.center().x() - (wide + 1.4 * side) / 2
        sign = drawn(self.look.sign, self.look.ink, max(1, round(side)))
        self.painter.drawPixmap(round(left), round(box.center().y() - side / 2), sign)
        self.painter.setFont(font)
        self.painter.setPen(QColor(self.look.ink))
        self.painter.drawText(box.adjusted(left - box.left() + 1.4 * side, 0, 0, 0), _LEFT, text)

    def _bar(self) -> None:
        """Paint how much of the time is left; empty over time."""
        view, box = self.shown.view, self._box(82, 2.8)
        track = QColor(self.look.ink)
        track.setAlpha(50)
        radius = box.height() / 2
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(track)
        self.painter.drawRoundedRect(box, radius, radius)
        share = max(0.0, min(1.0, view.remaining_seconds / view.allotted_seconds)) if view.allotted_seconds else 0.0
        if share:
            self.painter.setBrush(QColor(_BAR if self.look.ground == "#0d1116" else self.look.ink))
            part = QRectF(box)
            part.setWidth(max(box.width() * share, box.height()))
            self.painter.drawRoundedRect(part, radius, radius)
