"""The kinds of source of an import: what goes where is said once for all files of one kind."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from frhearing.desk.import_source import Kind
from frhearing.desk.importing import SourceKind
from frhearing.model.question import Question
from frhearing.ui.dialogs.import_columns import ColumnsBox
from frhearing.ui.dialogs.import_found import counted
from frhearing.ui.dialogs.import_values import ValuesBox
from frhearing.ui.dialogs.import_words import in_the_window
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_icon, set_size
from frhearing.ui.widgets import IconButton, QuietButton, clear, column, label, picture, row

_NOUNS: Final = {
    SourceKind.TABLE: ("row", "rows"),
    SourceKind.TEXT: ("letter", "letters"),
    SourceKind.PASTED: ("letter", "letters"),
    SourceKind.MAIL: ("message", "messages"),
    SourceKind.DOCUMENT: ("letter", "letters"),
    SourceKind.TRANSCRIPT: ("turn", "turns"),
    SourceKind.ARCHIVE: ("file", "files"),
}
_SURE: Final = 0.7
_FEW: Final = 10


def kind_words(kind: Kind) -> str:
    """Say what a kind of source is: ``105 letters: a.md, b.md and 103 more``."""
    one, many = _NOUNS[kind.source.kind]
    names = ", ".join(map(plain, kind.files[:2]))
    more = f" and {len(kind.files) - 2:,} more" if len(kind.files) > 2 else ""
    return f"{counted(len(kind.source.table.rows), one, many)}: {names}{more}"


class KindBox(QWidget):
    """One kind of source: a line that says what it is, and below it what goes where, laid out when it is opened.

    ``changed`` carries the fingerprint and the new ColumnMap, ``turns_asked`` the place of a transcript's reading.
    """

    changed = Signal(str, object)
    turns_asked = Signal(int)

    def __init__(self, questions: Sequence[Question], groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions, self._groups = questions, groups
        self._kind: Kind | None = None
        self.columns: ColumnsBox | None = None
        self.values: ValuesBox | None = None
        self._opened = False
        self.toggle = IconButton("chevron-right", "Show what goes where", size=16)
        self.title = label("", "strong", wrap=True)
        self.sign = picture("circle-check", "ok_fg", 16)
        self.fault = label("", "error", wrap=True)
        self.turns = QuietButton("Look at the turns…", "messages-square")
        self.head = QWidget()
        self.head.setLayout(row(self.toggle, (self.title, 1), self.sign, gap=6))
        self._inner = column(gap=10)
        self.setLayout(column(self.head, self.fault, row(self.turns, None), self._inner, gap=4))
        self.toggle.clicked.connect(lambda: self.open(not self._opened))
        self.turns.clicked.connect(self._ask_turns)

    def show_kind(self, kind: Kind, *, alone: bool) -> None:
        """Show a kind; the only one of an import is open and needs no line that tells it from others."""
        self._kind = kind
        source = kind.source
        self.head.setVisible(not alone or len(kind.files) > 1)
        self.title.setText(kind_words(kind))
        self.title.setToolTip("\n".join(map(plain, kind.files[:40])))
        sure = source.remembered or all(source.confidence.get(name, 1.0) >= _SURE for name in source.mapping.columns)
        good = sure and not source.fault
        set_icon(self.sign, "circle-check" if good else "triangle-alert", "ok_fg" if good else "warn_icon", 16)
        self.sign.setToolTip("" if good else "Please look: some of it is only a guess.")
        self.fault.setText("" if alone else _fault_words(plain(source.fault)))
        self.fault.setVisible(bool(source.fault) and not alone)
        self.turns.setVisible(source.kind is SourceKind.TRANSCRIPT and kind.new > 0)
        if self.columns is not None:
            self._show_inner()
        elif alone:
            self.open(True)
        self._name_toggle()

    def open(self, opened: bool) -> None:
        """Show or hide what goes where."""
        self._opened = opened
        if opened and self.columns is None:
            self.columns, self.values = ColumnsBox(self._questions), ValuesBox(self._groups)
            for box in (self.columns, self.values):
                box.changed.connect(self._changed)
                self._inner.addWidget(box)
            self._show_inner()
        if self.columns is not None and self.values is not None:
            self.columns.setVisible(opened)
            self.values.setVisible(opened and bool(self.values.boxes))
        set_icon(self.toggle, "chevron-down" if opened else "chevron-right", "text2", 16)
        self._name_toggle()

    def _name_toggle(self) -> None:
        """Say of which kind it shows or hides something."""
        self.toggle.setAccessibleName(("Hide" if self._opened else "Show") + f" what goes where: {self.title.text()}")

    def forget(self) -> None:
        """Hold no rows any longer."""
        self._kind = None
        if self.columns is not None and self.values is not None:
            self.columns.forget()
            self.values.forget()

    def _show_inner(self) -> None:
        if self._kind is not None and self.columns is not None and self.values is not None:
            shown = not self.columns.isHidden()
            self.columns.show_source(self._kind.source)
            self.values.show_source(self._kind.source)
            self.values.setVisible(shown and bool(self.values.boxes))

    def _changed(self, mapping: object) -> None:
        if self._kind is not None:
            self.changed.emit(self._kind.source.fingerprint, mapping)

    def _ask_turns(self) -> None:
        if self._kind is not None:
            self.turns_asked.emit(self._kind.source.reading)


class KindsBox(QWidget):
    """All kinds of source of an import, each with a line of its own; the first few of many, the rest on demand.

    ``changed`` carries a fingerprint and its new ColumnMap, ``turns_asked`` the place of a transcript's reading.
    """

    changed = Signal(str, object)
    turns_asked = Signal(int)

    def __init__(self, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self.groups: Sequence[str] = ()
        self.boxes: list[KindBox] = []
        self._kinds: Sequence[Kind] = ()
        self._shown: list[str] = []
        self._most = _FEW
        self._lines = column(gap=6)
        self.more = QuietButton("", "chevron-down")
        self.more.clicked.connect(self._show_more)
        self.setLayout(column(self._lines, row(self.more, None), gap=6))
        set_size(self, min_width=200)

    def show_kinds(self, kinds: Sequence[Kind]) -> None:
        """Show the kinds of a plan; those that stood there already stay as open as they were."""
        self._kinds = kinds
        shown = kinds[: self._most]
        marks = [kind.source.fingerprint for kind in shown]
        if marks != self._shown:
            before = dict(zip(self._shown, self.boxes, strict=True))
            if set(marks) == set(before):
                # The same kinds in another order: nothing moves under the clerk's hands.
                order = {kind.source.fingerprint: kind for kind in shown}
                shown = [order[mark] for mark in self._shown]
            else:
                self._lay_out(marks)
        for box, kind in zip(self.boxes, shown, strict=True):
            box.show_kind(kind, alone=len(kinds) == 1)
        rest = len(kinds) - len(shown)
        self.more.setVisible(rest > 0)
        self.more.set_text(counted(rest, "more kind of source", "more kinds of source"))

    def forget(self) -> None:
        """Hold no rows any longer."""
        self._kinds = ()
        for box in self.boxes:
            box.forget()

    def _lay_out(self, marks: list[str]) -> None:
        clear(self._lines)
        self.boxes = []
        for _ in marks:
            box = KindBox(self._questions, self.groups)
            box.changed.connect(self.changed)
            box.turns_asked.connect(self.turns_asked)
            self._lines.addWidget(box)
            self.boxes.append(box)
        self._shown = marks

    def _show_more(self) -> None:
        self._most += _FEW
        self.show_kinds(self._kinds)
        if self.boxes:
            self.boxes[-1].toggle.setFocus(Qt.FocusReason.OtherFocusReason)


def _fault_words(fault: str) -> str:
    """Say what is the matter with one kind among several, and what becomes of it."""
    said = in_the_window(fault).replace("; nothing was imported", "").partition(" Its col")[0]
    return f"{said} Open it and say which; else it is left out." if fault else ""
