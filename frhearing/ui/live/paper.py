"""Paper and lists: sheets printed for the hearing, sign-ups read from a file into slips."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from frhearing.desk.live import registering
from frhearing.desk.live.room import Live
from frhearing.desk.whole_files import put
from frhearing.model.change import Change
from frhearing.model.counted import counted
from frhearing.model.errors import ClerkError, Refused
from frhearing.ui.background import Progress
from frhearing.ui.dialogs.form_dialog import FormDialog
from frhearing.ui.live.form import Ask, field_of, value_of
from frhearing.ui.live.record_forms import whole
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.widgets import FieldRow, label

if TYPE_CHECKING:
    from frhearing.desk.live.preregister import SignUp

Answers = tuple[list["SignUp"], list[registering.Registered | Refused], Change | None]
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
        # Loaded when a sheet is made: Live is there sooner without what draws pages.
        from frhearing.desk.live import sheets

        return sheets.sheet(self._room.live, values["kind"], whole(values["count"], "slips"))

    def save(self, path: Path, data: bytes) -> None:
        """Write the file and say so; a fault is told and the form stays."""
        try:
            put(path, data, "The sheet")
        except ClerkError as fault:
            self.rows["count"].set_error(str(fault))
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
    """Read the list and sign people in, in the background and as one step that one Ctrl+Z takes back."""
    session, live = room.session, room.live
    if live is None:
        return
    # The list is written by an engine of its own: the room's belongs to the window's thread.
    own = Live(session.desk, live.hearing_id, live.clock)

    def work(progress: Progress) -> Answers:
        # Loaded on the other thread, when a list is read.
        from frhearing.desk.live.preregister import read_signups

        found = read_signups(path, cancelled=progress.cancelled)
        answers, change = registering.register_all(own, [one.slip for one in found], path.name)
        return found, answers, change

    def done(answered: Answers) -> None:
        found, answers, change = answered
        if change is not None:
            session.take(change)
        pairs = zip(found, answers, strict=True)
        faults = [f"row {one.row}: {said}" for one, said in pairs if isinstance(said, Refused)]
        noticed = sum(not isinstance(said, Refused) and bool(said.signed.notices) for said in answers)
        session.notice("warn" if faults else "ok", _told(path.name, len(found), noticed, faults))

    session.notice("info", f"Reading {path.name}…")
    session.background.run(work, done, session.tell)


def _told(file: str, found: int, noticed: int, faults: Sequence[str]) -> str:
    """Say how many are on the list, whose name was there already, and which rows were not taken."""
    verb = "is" if found - len(faults) == 1 else "are"
    words = f"{found - len(faults):,} of {counted(found, 'sign-up')} from {file} {verb} on the list."
    if noticed:
        has = "has" if noticed == 1 else "have"
        words += f" {noticed} {has} a name that was there already; nothing was merged."
    if faults:
        words += " Not taken: " + "; ".join(faults[:3]) + ("…" if len(faults) > 3 else "")
    return words
