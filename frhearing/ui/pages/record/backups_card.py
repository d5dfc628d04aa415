"""The copies of the store: the latest ones with what they hold, and the ways to make and restore one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frhearing.model.backup import BackupInfo
from frhearing.model.counted import counted
from frhearing.ui.session import day_and_clock
from frhearing.ui.theme import set_spacing
from frhearing.ui.widgets import Card, FlowRow, PlainButton, clear, column, label, picture, row

_SHOWN = 4


def size_words(size: int) -> str:
    """Write a size in bytes as a clerk reads it."""
    for unit, least in (("GB", 1 << 30), ("MB", 1 << 20)):
        if size >= least:
            return f"{size / least:.1f} {unit}"
    return f"{max(1, round(size / 1024))} KB"


class BackupsCard(Card):
    """``made``, ``restored`` and ``folder_opened`` are wishes for the page."""

    made = Signal()
    restored = Signal()
    folder_opened = Signal()

    def __init__(self) -> None:
        self.now = PlainButton("Back up now", "database-backup")
        super().__init__(title="Backups", beside=(self.now,), gap=8)
        self._lines = QVBoxLayout()
        set_spacing(self._lines, (0, 0, 0, 0), 4)
        self.restore = PlainButton("Restore…", "history")
        self.folder = PlainButton("Open the folder", "folder-open")
        buttons = FlowRow(gap=8)
        buttons.add(self.restore, self.folder)
        self.state = label("Looking at the backups…", "secondary", wrap=True)
        self.body.addWidget(self.state)
        self.body.addLayout(self._lines)
        self.body.addWidget(buttons)
        self.now.clicked.connect(self.made)
        self.restore.clicked.connect(self.restored)
        self.folder.clicked.connect(self.folder_opened)

    def show_backups(self, found: Sequence[BackupInfo]) -> None:
        """Show the latest copies, each opened and examined."""
        clear(self._lines)
        for info in found[:_SHOWN]:
            self._lines.addWidget(self._line(info))
        if not found:
            self.say("There is no backup yet. “Back up now” puts one beside the store.")
        elif len(found) > _SHOWN:
            self.say(f"The latest {_SHOWN} of {len(found):,}, each opened and examined:")
        else:
            self.say("")

    def say(self, words: str) -> None:
        """Show a sentence above the list, or take it away."""
        self.state.setText(words)
        self.state.setVisible(bool(words))

    @staticmethod
    def _line(info: BackupInfo) -> QWidget:
        sign = picture(*(("circle-check", "ok_fg") if info.ok else ("circle-alert", "danger_fg")), 18)
        sign.setAccessibleName("Sound" if info.ok else "Damaged")
        holds = (
            f"{counted(info.comments, 'comment')} · {size_words(info.size)}" if info.ok else info.problem or "Damaged"
        )
        line = QWidget()
        words = column(label(day_and_clock(info.at), wrap=True), label(holds, "caption", wrap=True), gap=0)
        line.setLayout(row(column(sign, None, gap=0), (words, 1), gap=9))
        line.setToolTip(info.path.name)
        return line
