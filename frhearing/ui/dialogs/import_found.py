"""What was found in the files, before anything is added, and what was done with it afterwards."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from frhearing.desk import importing
from frhearing.desk.importing import FileCount, ImportPlan, ImportResult, Problem, RefusedRow, SourceKind
from frhearing.model.errors import ClerkError
from frhearing.ui.dialogs.import_words import in_the_window
from frhearing.ui.session import Session
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FlowRow, Pill, PlainButton, QuietButton, clear, column, label, picture, row

_ROW_WORDS: Final = {SourceKind.TRANSCRIPT: "turn", SourceKind.MAIL: "message", SourceKind.ARCHIVE: "file"}
LEFT_OUT: Final = "left out"
"""How the reason begins for what is no fault of a row: it was left out, by the clerk or as a proposal."""
_FEW: Final = 4
_MANY: Final = 60


def counted(number: int, one: str, many: str) -> str:
    """Say a number with its word: "1 comment", "2,400 comments"."""
    return f"{number:,} {one if number == 1 else many}"


class FoundBox(QWidget):
    """The counts as pills, and below them what the clerk should look at, line by line.

    ``look_asked`` asks for the rows one by one, with their fields, ``files_asked`` for the files.
    """

    look_asked = Signal()
    files_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pills = FlowRow(gap=6)
        self._lines = column(gap=4)
        self.all = QuietButton("", "chevron-down")
        self.all.clicked.connect(self._show_all)
        self.look = PlainButton("", "list-checks")
        self.look.clicked.connect(self.look_asked)
        self.files = QuietButton("File by file…", "list")
        self.files.clicked.connect(self.files_asked)
        self._plan: ImportPlan | None = None
        self._open = False
        self.setLayout(
            column(
                label("What was found", "field"),
                self.pills,
                self._lines,
                row(self.all, self.files, None, self.look),
                gap=6,
            )
        )

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what adding this plan would do, and every row that is not simply taken in."""
        self._plan = plan
        self.pills.clear()
        for number, words, tone in (
            (plan.new, "new", "ok"),
            (plan.already_here, "already here", "plain"),
            (len(plan.refused), "refused", "danger"),
            (len(plan.problems), "to look at", "warn"),
        ):
            if number or words == "new":
                self.pills.add(Pill(f"{number:,} {words}", tone))
        self.files.setVisible(len(plan.readings) > 1)
        rows = plan.rows_to_look_at
        letters = any(source.table.header_row is None for source in plan.sources)
        self.look.setVisible(plan.new > 0 and (rows > 0 or letters))
        self.look.set_text(f"Look at {counted(rows, 'row', 'rows')}…" if rows else "Look at them one by one…")
        self._show_lines()

    def forget(self) -> None:
        """Hold the plan no longer."""
        self._plan = None

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """Give icon, words and remark of every line there is to show, the gravest first."""
        plan = self._plan
        if plan is None:
            return
        several = len(plan.sources) > 1
        words = {source.table.file: _ROW_WORDS.get(source.kind, "row") for source in plan.sources}

        def place(one: RefusedRow | Problem) -> str:
            word = words.get(one.file, "row")
            return f"{one.file}, {word} {one.row}" if several else f"{word.capitalize()} {one.row}"

        left = Counter((one.file, one.reason) for one in plan.refused if one.reason.startswith(LEFT_OUT))
        yield from (("circle-x", reading.refusal, "not read") for reading in plan.readings if reading.refusal)
        yield from (
            ("circle-x", f"{place(one)}: {one.reason}", "refused, kept aside")
            for one in plan.refused
            if not one.reason.startswith(LEFT_OUT)
        )
        for (file, reason), count in left.items():
            rows = counted(count, words.get(file, "row"), f"{words.get(file, 'row')}s")
            yield "circle-slash", f"{f'{file}, ' if several else ''}{rows} {reason}", "refused, kept aside"
        yield from (("triangle-alert", f"{place(one)}: {one.sentence}", "") for one in plan.problems)
        yield from (("info", words, "") for words in plan.notes)
        yield from (("circle-slash", words, "not read") for words in plan.parts_not_read)

    def _show_lines(self) -> None:
        plan = self._plan
        clear(self._lines)
        if plan is None:
            return
        tokens = {"circle-x": "danger_fg", "triangle-alert": "warn_icon"}
        every = self.lines()
        shown = list(islice(every, _MANY if self._open else _FEW))
        for icon, words, remark in shown:
            text = label(plain(words), wrap=True)
            self._lines.addLayout(
                row(picture(icon, tokens.get(icon, "text2"), 16), (text, 1), label(remark, "caption"), gap=8)
            )
        rest = sum(1 for _ in every)
        self.all.setVisible(rest > 0)
        self.all.setEnabled(not self._open)
        self.all.set_text(f"And {rest:,} more" if self._open else f"Show {rest:,} more")

    def _show_all(self) -> None:
        self._open = True
        self._show_lines()


class ResultBox(QWidget):
    """What the import has done. ``show_asked`` asks for its comments, by the id of the batch, ``files_asked`` for its
    files, whose ``counts`` it holds.
    """

    show_asked = Signal(int)
    files_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._refused: Sequence[RefusedRow] = ()
        self.counts: Sequence[FileCount] = ()
        self._batch = 0
        self.words = label("", wrap=True)
        self.more = label("", "secondary", wrap=True)
        self.show_button = PlainButton("Show them", "messages-square")
        self.save = PlainButton("Save the refused rows as CSV…", "file-down")
        self.files = QuietButton("File by file…", "list")
        self.files.clicked.connect(self.files_asked)
        self.saved = label("", "caption", wrap=True)
        set_size(self.words, min_height=24)
        self.setLayout(
            column(self.words, self.more, row(self.show_button, self.save, self.files, None), self.saved, gap=8)
        )
        self.show_button.clicked.connect(lambda: self.show_asked.emit(self._batch))
        self.save.clicked.connect(self._choose_file)

    def show_result(self, result: ImportResult) -> None:
        """Say what was added, what was here already and what was refused."""
        self._refused, self._batch, self.counts = result.refused, result.batch_id, result.per_file
        added = counted(result.added, "comment is", "comments are")
        self.words.setText(f"{added} on the record now. Ctrl+Z takes the whole import back.")
        parts = []
        if result.already_here:
            parts.append(f"{counted(result.already_here, 'was', 'were')} here already and not added again.")
        if result.refused:
            kept = "it is kept with its reason" if len(result.refused) == 1 else "they are kept with their reasons"
            parts.append(f"{counted(len(result.refused), 'row was', 'rows were')} refused; {kept}.")
        parts += [f"Not read: {in_the_window(one)}" for one in result.not_read[:_FEW]]
        if len(result.not_read) > _FEW:
            rest = len(result.not_read) - _FEW
            more = counted(rest, "more file or part of a file was", "more files or parts of files were")
            parts.append(f"{more} not read: see file by file.")
        self.more.setText("\n".join(parts))
        self.more.setVisible(bool(parts))
        self.save.setVisible(bool(result.refused))
        self.show_button.setVisible(bool(result.added))
        self.files.setVisible(len(result.per_file) > 1)

    def save_refused(self, path: Path) -> None:
        """Write the refused rows with their reasons to a file."""
        try:
            number = importing.export_refused(self._refused, path, spreadsheet_safe=True)
        except ClerkError as fault:
            self.saved.setText(str(fault))
            return
        self.saved.setText(f"{counted(number, 'row', 'rows')} saved to {path}.")

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, "Save the refused rows", "refused rows.csv", "CSV (*.csv)")
        if name:
            self.save_refused(Path(name))
