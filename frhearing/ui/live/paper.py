"""Paper and lists: sheets printed for the hearing, sign-ups read from a file into slips."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from frhearing.desk.live import sheets, signin
from frhearing.desk.live.preregister import SignUp, read_signups
from frhearing.desk.live.room import Live
from frhearing.model.errors import ClerkError, Refused
from frhearing.ui.dialogs.form_dialog import FormDialog
from frhearing.ui.live.form import Ask, field_of, value_of
from frhearing.ui.live.record_forms import whole
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.widgets import FieldRow, label

_KINDS = (("slips", "Numbered slips to hand out"), ("queue", "The queue as it stands"), ("tally", "A tally sheet"))


class SheetsForm(FormDialog):
    """Which sheet, how many slips; it is saved as a PDF where the clerk says."""

    def __init__(self, room: LiveRoom, window: QWidget) -> None:
        super().__init__(window, "Slips and sheets", width=480)
        self._room = room
        asks = (
            Ask("count", "Slips", "For numbered slips: how many, from the next number on.", text="60"),
            Ask("kind", "What to print", choices=_KINDS),
        )
        self.rows = {ask.name: FieldRow(ask.words, field_of(ask), ask.hint) for ask in asks}
        self.body.addWidget(label("Paper works when nothing else does: print before the hearing.", "secondary"))
        for line in self.rows.values():
            self.body.addWidget(line)
        self.save_button.set_text("Save as PDF…")
        self.add_buttons()

    def accept(self) -> None:
        """Make the sheet and ask where it goes."""
        values = {name: value_of(line.field) for name, line in self.rows.items()}
        try:
            data = self.make(values)
        except ClerkError as refusal:
            self.rows["count"].set_error(str(refusal))
            return
        name, _kind = QFileDialog.getSaveFileName(
            self.window(), "Save the sheet", f"{values['kind']}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save(Path(name), data)

    def make(self, values: Mapping[str, str]) -> bytes:
        """Give the sheet as PDF bytes; raises ClerkErrors."""
        if self._room.live is None:
            raise Refused("No hearing is open. Nothing was printed.")
        return sheets.sheet(self._room.live, values["kind"], whole(values["count"], "slips"))

    def save(self, path: Path, data: bytes) -> None:
        """Write the file and say so; a fault is told and the form stays."""
        try:
            path.write_bytes(data)
        except OSError as fault:
            words = f"{path.name} could not be written ({fault.strerror}). Nothing was lost. Choose another place."
            self.rows["count"].set_error(words)
            return
        self._room.session.notice("ok", f"Saved {path.name}.")
        super().accept()


def open_sheets(room: LiveRoom, window: QWidget) -> None:
    """Open the form of the sheets."""
    SheetsForm(room, window).open_over()


def choose_signups(room: LiveRoom, window: QWidget) -> None:
    """Ask for a list of sign-ups and bring it in."""
    name, _kind = QFileDialog.getOpenFileName(
        window, "Import sign-ups", "", "Tables (*.csv *.tsv *.txt);;All files (*)"
    )
    if name:
        import_signups(room, Path(name))


def import_signups(room: LiveRoom, path: Path) -> None:
    """Read the list in the background, then sign people in one by one between other events."""
    session = room.session
    session.notice("info", f"Reading {path.name}…")
    session.background.run(
        lambda progress: read_signups(path, cancelled=progress.cancelled),
        lambda found: _Registrar(room, path.name, found).next(),
        session.tell,
    )


class _Registrar(QObject):
    """Signs in one person a turn of the event loop, so that the window never waits; ends with a count."""

    def __init__(self, room: LiveRoom, file: str, signups: list[SignUp]) -> None:
        super().__init__(room)
        self._room, self._file, self._left = room, file, signups[::-1]
        self._faults: list[str] = []
        self._of, self._notices = len(signups), 0

    def next(self) -> None:
        """Sign the next person in."""
        if not self._left or self._room.live is None:
            self._end()
            return
        one = self._left.pop()
        try:
            self._room.must(lambda live: self._register(live, one))
        except ClerkError as refusal:
            self._faults.append(f"row {one.row}: {refusal}")
        QTimer.singleShot(0, self, self.next)

    def _register(self, live: Live, one: SignUp) -> signin.Registered:
        made = signin.register(live, one.slip)
        self._notices += bool(made.signed.notices)
        return made

    def _end(self) -> None:
        done = self._of - len(self._faults) - len(self._left)
        words = f"{done:,} of {self._of:,} sign-ups from {self._file} are on the list."
        if self._notices:
            words += f" {self._notices} have a name that was there already; nothing was merged."
        if self._faults:
            words += " Not taken: " + "; ".join(self._faults[:3]) + ("…" if len(self._faults) > 3 else "")
        self._room.session.notice("warn" if self._faults else "ok", words)
        self.deleteLater()
