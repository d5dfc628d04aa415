"""The panels over an import in which single rows and the turns of transcripts are looked at."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from frhearing.desk import transcripts
from frhearing.desk.import_looking import Looked, rows_to_look_at
from frhearing.desk.importing import FileCount, ImportPlan, RowEdit
from frhearing.model.comment import Channel
from frhearing.model.hearing import Hearing
from frhearing.ui.dialogs.import_files import FilesForm
from frhearing.ui.dialogs.import_rows import RowsForm
from frhearing.ui.dialogs.import_turns import TurnsForm
from frhearing.ui.session import Session


class ImportForms(QObject):
    """Opens the panels. ``edited`` carries the edits of all rows, ``parted`` the Choices with a transcript's turns."""

    edited = Signal(object)
    parted = Signal(object)

    def __init__(
        self, session: Session, hearing: Hearing, over: QWidget, plan_now: Callable[[], ImportPlan | None]
    ) -> None:
        """Take the panel they open over and what tells the plan as it stands."""
        super().__init__(over)
        self._session, self._hearing, self._over, self._plan_now = session, hearing, over, plan_now

    def look_at_rows(self) -> None:
        """Open the rows one by one: those with something to look at, or all; they are looked up in the background."""
        plan = self._plan_now()
        if plan is None:
            return
        every = not plan.problems
        self._session.background.run(
            lambda _handle: rows_to_look_at(plan, every=every), lambda rows: self._open_rows(rows, plan.choices.edits)
        )

    def _open_rows(self, rows: list[Looked], edits: Mapping[tuple[str, int], RowEdit]) -> None:
        if rows:
            form = RowsForm(self._session, self._hearing, rows, edits, self._over.window())
            form.settled.connect(self.edited)
            form.open_over()

    def show_files(self, done: Sequence[FileCount] = ()) -> None:
        """Show what became of each file, or would become of it."""
        plan = self._plan_now()
        counts = done or (plan.files if plan is not None else ())
        FilesForm(counts, self._over.window(), done=bool(done)).open_over()

    def look_at_turns(self, place: int) -> None:
        """Open the turns of a transcript, by the place of its reading."""
        plan = self._plan_now()
        if plan is None:
            return
        form = TurnsForm(*transcripts.turns_in(plan, place), self._over.window())

        def take(turns: list[transcripts.Turn], out: set[int], channel: Channel) -> None:
            self.parted.emit(transcripts.choices_with(plan, place, turns, out, channel))

        form.settled.connect(take)
        form.open_over()
