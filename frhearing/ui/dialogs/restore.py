"""Restore: the backups of this folder, each with its day and what it holds, or one from elsewhere."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from frhearing.desk import backups
from frhearing.model.backup import BackupInfo
from frhearing.model.counted import counted
from frhearing.ui.background import Progress
from frhearing.ui.session import Session, day_and_clock
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.widgets import IconButton, LoadingState, Pill, PlainButton, clear, column, label, row
from frhearing.ui.widgets.choice_card import ChoiceCard

_SHOWN = 8


class RestoreDialog(Overlay):
    """``chosen`` carries the path of the backup; the store that it replaces is kept beside it."""

    chosen = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, "Restore a backup", width=600)
        close = IconButton("x", "Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        self.lines = column(gap=2)
        self.wait = LoadingState("Looking at the backups")
        self.other = PlainButton("Another file…", "folder-open")
        self.cancel = PlainButton("Cancel")
        self.body.addLayout(row(label("Restore a backup", "h2"), None, close))
        words = "What stands here now is kept as a backup of its own before it is replaced."
        self.body.addWidget(label(words, "secondary", wrap=True))
        self.body.addWidget(self.wait)
        self.body.addLayout(self.lines)
        self.body.addLayout(row(self.other, None, self.cancel))
        self.other.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.reject)
        self.wait.start()
        folder = session.desk.folder

        def look(_progress: Progress) -> list[BackupInfo]:
            return backups.list_backups(folder)

        self._task = session.background.run(look, self.show_backups, session.tell)
        self.finished.connect(self._task.cancel)

    def show_backups(self, found: list[BackupInfo]) -> None:
        """Show the copies, the newest first; those that are not sound say why and cannot be chosen."""
        self.wait.stop()
        self.wait.hide()
        clear(self.lines)
        if not found:
            self.lines.addWidget(label("There is no backup in this folder yet.", wrap=True))
        for info in found[:_SHOWN]:
            sound = info.ok
            state = Pill("Sound", "ok", "circle-check") if sound else Pill("Damaged", "danger", "circle-alert")
            words = f"{counted(info.comments, 'comment')} · {info.path.name}" if sound else info.problem
            line = ChoiceCard("database-backup", day_and_clock(info.at), words, state, plain=True)
            line.setEnabled(sound)
            line.setProperty("path", str(info.path))
            line.clicked.connect(self._pressed)
            self.lines.addWidget(line)

    def _pressed(self) -> None:
        line = self.sender()
        if line is not None:
            self._choose(Path(line.property("path")))

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, "Restore a backup", "", "Backups (*.db);;All files (*)")
        if name:
            self._choose(Path(name))

    def _choose(self, path: Path) -> None:
        self.accept()
        self.chosen.emit(path)
