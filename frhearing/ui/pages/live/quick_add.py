"""One line to sign somebody in: what it was understood as stands below it before Enter."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from frhearing.desk import codebook, testimony
from frhearing.model.live.quick import Chip, read_line
from frhearing.model.live.signing import NewSlip
from frhearing.model.people import KnownName
from frhearing.ui.pages.comments.name_hints import NameHints
from frhearing.ui.session import Session
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import icon, set_size, theme
from frhearing.ui.widgets import FlowRow, KeyCap, Pill, StanceChip, announce, column, frame, row

_FIELDS: Final = {
    "organization": "for",
    "slip": "slip",
    "interpreter": "interpreter",
    "read_by": "read by",
    "panel": "panel",
    "capacity": "as",
    "accommodation": "needs",
    "names": "",
}
_WORDS_MS: Final = 90


class _Line(QLineEdit):
    """The field; ``given`` comes at Enter, ``left`` at Escape."""

    given = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Escape; all else is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QuickAdd(QWidget):
    """ "Xee Moua, resident, oppose": ``added`` carries the NewSlip, ``left`` asks for the focus to go back."""

    added = Signal(object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.line = _Line()
        self.line.setPlaceholderText("Add a speaker")
        self.line.setAccessibleName("Add a speaker in one line: name, then resident, oppose, organization")
        self.line.setToolTip("Name, then anything in any order: resident, oppose, remote, Hmong interpreter, slip 14…")
        set_size(self.line, min_height=34)
        self._sign = self.line.addAction(icon("user-plus"), QLineEdit.ActionPosition.LeadingPosition)
        self.chips = FlowRow(gap=5)
        self.chips.hide()
        self.hints = NameHints(self.line)
        bar = row((self.line, 1), KeyCap("F2"), gap=8)
        self.setLayout(column(frame("foot", column(self.chips, bar, margins=(10, 8, 10, 8), gap=6)), gap=0))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WORDS_MS)
        self._wait.timeout.connect(self._look_up)
        self.line.textEdited.connect(self._typed)
        self.line.given.connect(self._give)
        self.line.left.connect(self._leave)
        self.hints.taken.connect(self._complete)
        theme.changed.connect(self._recolour)

    def _recolour(self) -> None:
        self._sign.setIcon(icon("user-plus"))

    def understood(self) -> tuple[NewSlip | None, tuple[Chip, ...]]:
        """Give what the line means so far."""
        groups = [group.name for group in codebook.list_groups(self._session.desk)]
        return read_line(self.line.text(), groups)

    def _typed(self, _text: str) -> None:
        self._show_chips()
        self._wait.start()

    def _show_chips(self) -> None:
        _slip, chips = self.understood()
        self.chips.clear()
        for chip in chips:
            self.chips.add(_pill(chip))
        self.chips.setVisible(bool(chips))

    def _look_up(self) -> None:
        """Offer names from earlier hearings while only the name is typed."""
        typed = self.line.text()
        known = [] if "," in typed else testimony.known_names(self._session.desk, typed.strip(), 5)
        self.hints.show_known(known)

    def _complete(self, known: KnownName) -> None:
        """Take a known person over with what was noted last; Enter then signs in."""
        parts = [known.name, known.organization, known.group]
        self.line.setText(", ".join(part.replace(",", " ") for part in parts if part))
        self._show_chips()
        words = ", ".join(f"{chip.field} {chip.value}" for chip in self.understood()[1])
        announce(self.line, f"{words}. Enter signs in.")

    def _give(self) -> None:
        made, _chips = self.understood()
        if made is not None:
            self.added.emit(made)

    def clear(self) -> None:
        """Empty the line for the next person."""
        self._wait.stop()
        self.hints.hide()
        self.line.clear()
        self._show_chips()

    def _leave(self) -> None:
        self.clear()
        self.left.emit()


def _pill(chip: Chip) -> Pill:
    """Give one part of the line as it was understood."""
    if chip.field == "stance":
        return StanceChip(chip.value)
    words = plain(chip.value).replace("_", " ")
    lead = _FIELDS.get(chip.field, "")
    if chip.field == "interpreter":
        return Pill(f"{words} interpreter", "plain", "languages")
    return Pill(f"{lead} {words}".strip(), "plain", "user" if chip.field == "names" else "")
