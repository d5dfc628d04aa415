"""The queue as a list model: who spoke, who speaks, who waits in the order of the rules, who is out of the line."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from frhearing.desk.live.room import Live
from frhearing.model.live.allotment import preview, total
from frhearing.model.live.floor import Floor, Slip, minutes
from frhearing.model.live.ordering import queue
from frhearing.model.live.states import SlipStatus
from frhearing.ui.live.words import STATUS_WORDS, slip_side
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import STANCE_WORDS

Index = QModelIndex | QPersistentModelIndex
SLIP_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
BESIDE_ROLE: Final = SLIP_ROLE + 1
STANCE_ROLE: Final = SLIP_ROLE + 2
PLACE_ROLE: Final = SLIP_ROLE + 3
MIME: Final = "application/x-frhearing-slip"
DONE, NOW, WAITS, OUT = "done", "now", "waits", "out"
"""Where a slip stands: it has spoken, it is at the podium, it waits, it is out of the line."""

_AT_PODIUM = frozenset({SlipStatus.CALLED, SlipStatus.SPEAKING})


def arranged(floor: Floor) -> list[tuple[str, Slip]]:
    """Give all slips as the list shows them, each with where it stands."""
    line = queue(floor)
    waiting = {slip.id for slip in line}
    done = sorted((s for s in floor.slips if s.status is SlipStatus.HEARD), key=lambda s: (s.called_at, s.id))
    now = sorted((s for s in floor.slips if s.status in _AT_PODIUM), key=lambda s: s.called_at)
    gone = {s.id for s in (*done, *now)} | waiting
    out = [s for s in floor.slips if s.id not in gone]
    return [(DONE, s) for s in done] + [(NOW, s) for s in now] + [(WAITS, s) for s in line] + [(OUT, s) for s in out]


class QueueModel(QAbstractListModel):
    """Slips in the order of the list; ``moved`` asks to put a slip (number) before another, or at the end (0).

    ``dataChanged`` names ``PLACE_ROLE`` where the height of a line is another, else only ``STANCE_ROLE``.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, Slip]] = []
        self._floor: Floor | None = None
        self._question = 1
        self._beside: dict[int, str] = {}

    def show_floor(self, live: Live | None, question: int) -> None:
        """Show the floor as it stands; where the same slips stand in the same order only those that differ."""
        floor = live.floor if live is not None else None
        if floor is self._floor and question == self._question:
            return
        lines = arranged(floor) if floor is not None else []
        same = [slip.id for _place, slip in lines] == [slip.id for _place, slip in self._lines]
        before, self._floor, self._question = self._lines, floor, question
        self._beside.clear()
        if same:
            self._lines = lines
            for row, (old, new) in enumerate(zip(before, lines, strict=True)):
                if old != new:
                    index = self.index(row)
                    smaller = (old[0] == DONE) != (new[0] == DONE)
                    self.dataChanged.emit(index, index, [PLACE_ROLE] if smaller else [STANCE_ROLE])
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def row_of(self, slip_id: int) -> int:
        """Give the row of a slip, -1 where it is not in the list."""
        return next((row for row, (_place, slip) in enumerate(self._lines) if slip.id == slip_id), -1)

    def podium_row(self) -> int:
        """Give the row of the one at the podium, -1 where nobody stands there."""
        return next((row for row, (place, _slip) in enumerate(self._lines) if place == NOW), -1)

    def waiting_rows(self) -> list[int]:
        """Give the rows of those who wait, in order."""
        return [row for row, (place, _slip) in enumerate(self._lines) if place == WAITS]

    def slip_at(self, row: int) -> Slip | None:
        """Give the slip of a row."""
        return self._lines[row][1] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of slips."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a slip, where it stands, its stance, what stands beside it, or all of it in words."""
        place, slip = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(slip.name)
        if role == SLIP_ROLE:
            return slip
        if role == PLACE_ROLE:
            return place
        if role == STANCE_ROLE:
            stance = slip.stances.get(self._question)
            return stance.value if stance else "not_tagged"
        if role == BESIDE_ROLE:
            return self._words_beside(index.row(), place, slip)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._in_words(index, slip)
        return None

    def _words_beside(self, row: int, place: str, slip: Slip) -> str:
        """Say what stands at the right: the time used, "speaking", "next", the time one will have, what became."""
        known = self._beside.get(slip.id)
        if known is None:
            known = self._beside[slip.id] = self._worked_out(row, place, slip)
        return known

    def _worked_out(self, row: int, place: str, slip: Slip) -> str:
        floor = self._floor
        assert floor is not None, "there is a slip"
        if place == DONE:
            turn = floor.turn_of(slip.id)
            return minutes(turn.recorded_ms() / 1000) if turn is not None else "heard"
        if place == NOW:
            return "speaking" if slip.status is SlipStatus.SPEAKING else "called"
        if place == OUT:
            return "held" if slip.held else STATUS_WORDS.get(slip.status, "for questions")
        first = row == 0 or self._lines[row - 1][0] != WAITS
        return "next" if first else minutes(total(preview(floor, slip)))

    def _in_words(self, index: Index, slip: Slip) -> str:
        stance = STANCE_WORDS[str(index.data(STANCE_ROLE))].lower()
        number = f"Slip {slip.slip}" if slip.slip is not None else "No slip"
        parts = [number, plain(slip.name), slip_side(slip), stance, str(index.data(BESIDE_ROLE))]
        return ", ".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let those who wait be dragged, and others be dropped between them."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        waits = self._lines[index.row()][0] == WAITS
        return usual | Qt.ItemFlag.ItemIsDragEnabled if waits else usual

    def supportedDropActions(self) -> Qt.DropAction:
        """Let slips be moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Give the dragged slip's number."""
        data = QMimeData()
        slip = self.slip_at(indexes[0].row()) if indexes else None
        data.setData(MIME, str(slip.slip if slip is not None and slip.slip else 0).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002  # Qt's signature
        """Ask for the slip to be put before the row it was dropped at."""
        number = int(bytes(data.data(MIME).data()) or b"0")
        rows = self.waiting_rows()
        goal = self.slip_at(row) if row in rows else None
        if number and rows and (row < 0 or row >= rows[0]):
            self.moved.emit(number, goal.slip if goal is not None and goal.slip else 0)
        return False  # the rows follow when the step is written
