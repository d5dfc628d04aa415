"""Import: choose files, say what goes where, see what was found, then add all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from frhearing.desk import codebook
from frhearing.desk.import_looking import with_edits
from frhearing.desk.importing import Choices, ColumnMap, ImportPlan, ImportResult, RowEdit
from frhearing.model.errors import ClerkError
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import Hearing
from frhearing.ui.dialogs.import_forms import ImportForms
from frhearing.ui.dialogs.import_found import FoundBox, ResultBox, counted
from frhearing.ui.dialogs.import_kinds import KindsBox
from frhearing.ui.dialogs.import_late import LateBox
from frhearing.ui.dialogs.import_middle import Middle
from frhearing.ui.dialogs.import_progress import ProgressBox
from frhearing.ui.dialogs.import_questions import EncodingBox, TablesBox
from frhearing.ui.dialogs.import_words import in_the_window
from frhearing.ui.dialogs.import_work import ImportWork
from frhearing.ui.session import Session
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.widgets import (
    IconButton,
    InlineBar,
    PlainButton,
    PrimaryButton,
    announce,
    clear,
    column,
    fill,
    label,
    row,
)

_HINT = "Nothing is added until you press Add. Undo takes the whole import back."


def open_import(session: Session, paths: Sequence[Path], window: QWidget) -> "ImportDialog | None":
    """Open the import of files into the open hearing; gives None where nothing may be added."""
    hearing = session.hearing
    if hearing is None or not session.writable:
        session.notice("info", "Nothing can be added to this hearing now.")
        return None
    dialog = ImportDialog(session, hearing, window)
    dialog.open_over()
    dialog.read(paths)
    return dialog


def open_plan(session: Session, plan: ImportPlan, window: QWidget) -> "ImportDialog | None":
    """Open the import of what was pasted and already read."""
    hearing = session.hearing
    if hearing is None or not session.writable:
        return None
    dialog = ImportDialog(session, hearing, window)
    dialog.open_over()
    dialog.show_plan(plan)
    return dialog


class ImportDialog(Overlay):
    """One import. Nothing is added before the green button; Cancel leaves nothing behind at any time."""

    def __init__(self, session: Session, hearing: Hearing, window: QWidget) -> None:
        super().__init__(window, "Import comments", width=680)
        self._session, self._hearing = session, hearing
        self._paths: tuple[Path, ...] = ()
        self.plan: ImportPlan | None = None
        self.work = ImportWork(session, hearing.id, self)
        self.forms = ImportForms(session, hearing, self, lambda: self.plan)
        self.title = label("Import", "h2", wrap=True)
        self.close_button = IconButton("x", "Close")
        self.hint = label(_HINT, "secondary", wrap=True)
        self.bar = InlineBar("danger", "")
        self.bar.hide()
        self.progress = ProgressBox()
        self._questions = column(gap=10)
        self.tables = TablesBox()
        self.kinds = KindsBox(hearing.questions)
        self.late = LateBox()
        self.found = FoundBox()
        self.outcome = ResultBox(session)
        self.cancel = PlainButton("Cancel")
        self.add = PrimaryButton("Add")
        self._choosers = (self.tables, self.kinds, self.late, self.found)
        head, foot = row((self.title, 1), self.close_button), row(None, self.cancel, self.add)
        inside = (self.hint, self.bar, self._questions, *self._choosers, self.outcome)
        self.middle = Middle(self, self.panel, "What is imported", inside)
        fill(self.body, (head, self.middle, self.progress, foot))
        self._show(planned=False, done=False)
        self.finished.connect(self._forget)
        self._connect()

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self._press_add)
        self.tables.table_chosen.connect(self._choose_table)
        self.tables.join_chosen.connect(lambda join: self._replan(join=join))
        self.tables.also_chosen.connect(self._choose_also)
        self.kinds.changed.connect(self._map)
        self.kinds.turns_asked.connect(self.forms.look_at_turns)
        self.late.changed.connect(lambda late: self._replan(late=late))
        self.found.look_asked.connect(self.forms.look_at_rows)
        self.found.files_asked.connect(self.forms.show_files)
        self.outcome.files_asked.connect(lambda: self.forms.show_files(self.outcome.counts))
        self.forms.edited.connect(self._take_edits)
        self.forms.parted.connect(self._take_choices)
        self.outcome.show_asked.connect(self._show_batch)
        self.work.planned.connect(self.show_plan)
        self.work.progressed.connect(self.progress.show_step)
        self.work.added.connect(self._added)
        self.work.stopped.connect(self._stopped)
        self.work.failed.connect(self._failed)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and show what they hold."""
        self._paths = tuple(paths)
        names = f"Import “{paths[0].name}”" if len(paths) == 1 else f"Import {len(paths):,} files"
        self.title.setText(names)
        self.setAccessibleName(names)
        self.progress.start("Reading…")
        self.work.read(self._paths)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a plan: its questions first, then what goes where and what was found."""
        self.plan = plan
        self.progress.stop()
        self.bar.hide()
        if not self._paths:
            self.title.setText("Import from the clipboard")
        elif (files := sum(not reading.members and reading.beside is None for reading in plan.readings)) > 1:
            within = f" from “{self._paths[0].name}”" if len(self._paths) == 1 else ""
            self.title.setText(f"Import {files:,} files{within}")
        self._show_questions(plan)
        self._show_sources(plan)
        self._show(planned=True, done=False)
        faults = [source.fault for source in plan.sources if source.fault]
        usable = len(faults) < len(plan.sources)
        if faults and not usable:
            self._say("warn", in_the_window(faults[0], "Choose “Text” for one of them below."))
        elif not plan.sources and not plan.questions:
            told = "\n".join(map(in_the_window, plan.not_read[:6]))
            self._say("danger", told or "There is nothing to import in this.")
        ready = bool(plan.new or plan.refused) and usable and not plan.questions
        self.add.set_text(f"Add {counted(plan.new, 'comment', 'comments')}")
        self.add.setEnabled(ready)
        if self.cancel.hasFocus():  # Enter must not throw a finished preview away
            (self.add if ready else self.middle.first_stop() or self.cancel).setFocus()
        announce(self, f"{plan.new:,} new, {plan.already_here:,} already here, {len(plan.refused):,} refused")

    def _show_questions(self, plan: ImportPlan) -> None:
        clear(self._questions)
        if plan.questions:
            box = EncodingBox(plan.questions)
            box.answered.connect(self._answer)
            box.left_out.connect(self._leave_out)
            self._questions.addWidget(box)

    def _show_sources(self, plan: ImportPlan) -> None:
        if not self.kinds.groups:
            try:
                self.kinds.groups = [group.name for group in codebook.list_groups(self._session.desk)]
            except ClerkError as fault:
                self._say("danger", str(fault))
        self.kinds.show_kinds(plan.kinds)
        self.tables.show_plan(plan)
        self.late.show_plan(plan, self._hearing.zone)
        self.found.show_plan(plan)

    def _show(self, *, planned: bool, done: bool) -> None:
        """Show the parts of the panel that belong to the present step."""
        self.hint.setVisible(not done)
        sources = planned and not done and self.plan is not None and bool(self.plan.sources)
        self.kinds.setVisible(sources)
        self.tables.setVisible(sources and self.tables.wanted)
        self.late.setVisible(sources and self.late.wanted)
        self.found.setVisible(sources)
        self.outcome.setVisible(done)
        self.add.setVisible(not done)
        self.add.setEnabled(False)
        self.cancel.set_text("Close" if done else "Cancel")

    def _answer(self, files: Sequence[str], encoding: str) -> None:
        if self.plan is not None:
            self._wait("Reading…")
            self.work.answer(self.plan, dict.fromkeys(files, encoding))

    def _leave_out(self, files: Sequence[str]) -> None:
        if self.plan is not None:
            self._wait("Looking again…")
            self.work.leave_out(self.plan, files)

    def _map(self, fingerprint: str, mapping: ColumnMap) -> None:
        if self.plan is not None:
            self._replan(mappings={**self.plan.choices.mappings, fingerprint: mapping})

    def _choose_table(self, place: int, table: int) -> None:
        if self.plan is not None:
            self._replan(tables={**self.plan.choices.tables, place: table})

    def _choose_also(self, place: int, table: int, wanted: bool) -> None:
        """Take in another table of a file beside the chosen one, or leave it aside again."""
        if self.plan is not None:
            tables = set(self.plan.choices.also.get(place, ()))
            (tables.add if wanted else tables.discard)(table)
            self._replan(also={**self.plan.choices.also, place: tables})

    def _take_edits(self, edits: Mapping[tuple[str, int], RowEdit]) -> None:
        if self.plan is not None and edits != self.plan.choices.edits:
            self.show_plan(with_edits(self.plan, edits))

    def _take_choices(self, choices: Choices) -> None:
        if self.plan is not None:
            self._wait("Looking again…")
            self.work.replan(self.plan, choices)

    def _replan(self, **choices: object) -> None:
        if self.plan is not None:
            self._take_choices(replace(self.plan.choices, **choices))  # type: ignore[arg-type]  # checked by replace()

    def _wait(self, words: str) -> None:
        self.add.setEnabled(False)
        self.progress.start(words)

    def _press_add(self) -> None:
        if self.plan is None or self.work.busy:
            return
        self._wait(f"Adding {counted(self.plan.new, 'comment', 'comments')}…")
        for chooser in self._choosers:
            chooser.setEnabled(False)
        self.work.add(self.plan)

    def _added(self, result: ImportResult) -> None:
        self.progress.stop()
        self.title.setText("Imported")
        self.outcome.show_result(result)
        self._show(planned=True, done=True)
        self.cancel.setFocus()
        announce(self, self.outcome.words.text(), assertive=True)

    def _show_batch(self, batch_id: int) -> None:
        self.accept()
        self._session.comments_asked.emit(CommentFilter(question=self._session.question, batch_id=batch_id))

    def _stopped(self) -> None:
        super().reject()  # nothing was added

    def _failed(self, sentence: str) -> None:
        self.progress.stop()
        for chooser in self._choosers:
            chooser.setEnabled(True)
        self.add.setEnabled(self.plan is not None and bool(self.plan.new))
        self._say("danger", sentence)

    def _say(self, level: str, words: str) -> None:
        self.bar.say("danger" if level == "danger" else "warn", words)
        self.bar.show()
        self.middle.to_the_top()

    def _forget(self) -> None:
        """Let the plan go with its rows, and the panel with it."""
        self.plan = None
        self.found.forget()
        self.kinds.forget()
        focus = QApplication.focusWidget()
        if self.outcome.counts and not (focus and focus.isVisible()):  # what it came from went with the empty page
            self._session.asked.emit("comments", 0)
        self.deleteLater()

    def reject(self) -> None:
        """Leave by Cancel or Escape; what is under way is stopped first and leaves nothing behind."""
        if self.work.busy:
            self.cancel.setEnabled(False)
            self.progress.start("Stopping; nothing is added…")
        self.work.stop()

    def first_stop(self) -> QWidget:
        """Begin at Cancel: the one button that never does harm."""
        return self.cancel

    def _stops(self) -> list[QWidget]:
        # As it is read, from top to bottom: what looks at the turns of one file stands before the next file.
        places = {w: w.mapTo(self, QPoint()) for w in super()._stops()}
        last: dict[QWidget, int] = {self.add: 1, self.cancel: 2}
        return sorted(places, key=lambda w: (last.get(w, 0), places[w].y() // 8, places[w].x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the green button by Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.add.click()
        else:
            super().keyPressEvent(event)
