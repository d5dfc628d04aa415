"""The turns of a transcript: who speaks in each, which are testimony, and where one ends and the next begins."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListView, QPlainTextEdit, QWidget

from frhearing.desk import transcripts
from frhearing.desk.transcripts import Turn
from frhearing.model.comment import Channel
from frhearing.ui.dialogs.import_lines import cut_lines, stack
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FieldRow, IconButton, PlainButton, PrimaryButton, announce, column, label, row

_Index = QModelIndex | QPersistentModelIndex
_WIDE: Final = 900
"""Design pixels of the window from which the turns stand beside what was said."""
_HINT: Final = (
    "Tick what is testimony; the rest is left out, and chair, clerk and staff are to begin with. To part a turn, put "
    "the cursor where the next person begins to speak and press Split."
)


class TurnsModel(QAbstractListModel):
    """The turns as lines with a tick for each that is testimony."""

    def __init__(self, turns: list[Turn], left_out: Collection[int]) -> None:
        super().__init__()
        self.turns = turns
        self.left_out = set(left_out)
        self.why = transcripts.hosts(turns)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Give the number of turns."""
        return 0 if parent.isValid() else len(self.turns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a line and its tick."""
        turn = self.turns[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            why = f"Left out: {self.why[turn.row]}. " if turn.row in self.left_out and turn.row in self.why else ""
            said = why + plain(turn.text[:120])
            return f"{plain(turn.speaker) or 'No name'}{f' · {turn.time}' if turn.time else ''}\n{said}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if turn.row in self.left_out else Qt.CheckState.Checked
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick off, or put it back."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        turn = self.turns[index.row()]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.left_out.discard(turn.row)
        else:
            self.left_out.add(turn.row)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let each line be ticked by mouse or the space bar."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def show_turns(self, turns: list[Turn]) -> None:
        """Show the turns as they are parted now."""
        self.beginResetModel()
        self.turns = turns
        self.endResetModel()

    def touch(self) -> None:
        """Paint every line anew."""
        self.dataChanged.emit(self.index(0), self.index(len(self.turns) - 1))


class TurnsForm(Overlay):
    """Looks through a transcript; Escape changes nothing. ``settled`` carries turns, the rows left out, the channel."""

    settled = Signal(object, object, object)

    def __init__(
        self, file: str, turns: list[Turn], left_out: Collection[int], channel: Channel, window: QWidget
    ) -> None:
        super().__init__(window, f"Turns of {file}", width=1180)
        self.model = TurnsModel(turns, left_out)
        self.list = QListView()
        cut_lines(self.list, 2)
        self.list.setAccessibleName("Turns of the transcript")
        self.list.setModel(self.model)
        set_size(self.list, min_width=260, min_height=400)
        self.name = FieldRow("Who speaks", QLineEdit())
        self.every = QCheckBox("In every turn of this speaker")
        self.every.setChecked(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        # Read only, but with a cursor: it says where a turn is parted.
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setTabChangesFocus(True)
        self.split = PlainButton("&Split at the cursor", "chevrons-up-down")
        self.join = PlainButton("&Join to the one before", "merge")
        self.leave = PlainButton("&Leave out this speaker", "circle-slash")
        self.channel = QComboBox()
        for code, words in ((Channel.IN_PERSON, "In person"), (Channel.REMOTE, "Remote")):
            self.channel.addItem(words, str(code))
        self.channel.setCurrentIndex(max(self.channel.findData(str(channel)), 0))
        self._build(file)
        self._connect()
        self.list.setCurrentIndex(self.model.index(0))

    def _build(self, file: str) -> None:
        close = IconButton("x", "Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        cancel, self.take = PlainButton("Cancel"), PrimaryButton("Take these turns", "check")
        cancel.clicked.connect(self.reject)
        side = column(
            row((self.name, 2), (FieldRow("They spoke", self.channel), 1), gap=10),
            row(self.every, None, self.leave),
            (FieldRow("What was said", self.text), 1),
            row(self.split, self.join, None),
            gap=8,
        )
        self.body.addLayout(row((label(f"Turns of “{plain(file)}”", "h2", wrap=True), 1), close))
        self.body.addWidget(label(_HINT, "secondary", wrap=True))
        self._panes = row((self.list, 1), (side, 1), gap=14)
        self.body.addLayout(self._panes)
        self.body.addLayout(row(None, cancel, self.take))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.clicked.connect(self._show)
        self.model.dataChanged.connect(self._say_leave)
        line = self.name.field
        assert isinstance(line, QLineEdit)
        line.textEdited.connect(self._rename)
        self.split.clicked.connect(self._split)
        self.join.clicked.connect(self._join)
        self.leave.clicked.connect(self._leave)
        self.take.clicked.connect(self._take)
        self.finished.connect(self.deleteLater)

    @property
    def at(self) -> int:
        """The place of the turn that is shown."""
        return max(self.list.currentIndex().row(), 0)

    def _show(self) -> None:
        turn = self.model.turns[self.at]
        line = self.name.field
        assert isinstance(line, QLineEdit)
        if line.text() != turn.speaker:
            line.setText(turn.speaker)
        if self.text.toPlainText() != turn.text:
            self.text.setPlainText(turn.text)
        self.join.setEnabled(self.at > 0)
        self._say_leave()

    def _say_leave(self) -> None:
        turns = self.model.turns
        speaker = turns[self.at].speaker
        out = all(turn.row in self.model.left_out for turn in turns if turn.speaker == speaker)
        self.leave.set_text("&Take in this speaker" if out else "&Leave out this speaker")
        self.leave.setEnabled(bool(speaker))

    def _rename(self, name: str) -> None:
        self.model.turns = transcripts.renamed(self.model.turns, self.at, name, every=self.every.isChecked())
        self.model.touch()
        self.leave.setEnabled(bool(name))

    def _split(self) -> None:
        at = self.at
        # Qt counts letters beyond the basic plane twice, Python once.
        before = self.text.toPlainText().encode("utf-16-le")[: 2 * self.text.textCursor().position()]
        place = len(before.decode("utf-16-le", "ignore"))
        parted = transcripts.split(self.model.turns, at, place)
        if len(parted) == len(self.model.turns):
            announce(self, "Put the cursor between two words first: there is nothing to part at the end.")
            return
        self._put(parted, at + 1)
        self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _join(self) -> None:
        self._put(transcripts.joined(self.model.turns, self.at), max(self.at - 1, 0))

    def _leave(self) -> None:
        """Leave out every turn of this speaker, or take them all back in."""
        turns = self.model.turns
        rows = {turn.row for turn in turns if turn.speaker == turns[self.at].speaker}
        if rows <= self.model.left_out:
            self.model.left_out -= rows
        else:
            self.model.left_out |= rows
        self.model.touch()
        self._say_leave()

    def _put(self, turns: list[Turn], at: int) -> None:
        self.model.show_turns(turns)
        self.list.setCurrentIndex(self.model.index(at))
        self._show()

    def _take(self) -> None:
        out = self.model.left_out & {turn.row for turn in self.model.turns}
        self.settled.emit(self.model.turns, out, Channel(str(self.channel.currentData())))
        self.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the panes out for the width there is."""
        super().resizeEvent(event)
        narrow = stack(self._panes, self, _WIDE)
        set_size(self.list, min_width=260, min_height=190 if narrow else 400)

    def first_stop(self) -> QWidget:
        """Begin in the list of turns."""
        return self.list
