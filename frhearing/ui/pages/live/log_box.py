"""Where the caret lives: a note is stamped when typing starts, kept on the disk, its marks shown as chips."""

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from frhearing.desk import codebook, drafts
from frhearing.desk.live import shorthand
from frhearing.model.live.notes import read_note, written_out
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.pages.live.words import clock
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_size, theme
from frhearing.ui.widgets import FlowRow, KeyCap, Pill, StanceChip, column, label, row

_MARKS: Final = re.compile(r"(?<!\S)/[somn](?!\S)|(?<!\S)#[1-9](?!\d)|[“\"][^“”\"]+[”\"]", re.IGNORECASE)
_ENDS_A_WORD: Final = frozenset(' ,;:!?)"”')
_STANCES: Final = {"s": "support", "o": "oppose", "m": "mixed", "n": "neutral"}
_KEEP_MS: Final = 400
"""A draft is on the disk so long after the last key at the latest twice this time: well within a second."""


class _Marks(QSyntaxHighlighter):
    """Gives the marks in the text the ground of what they mean, while they are typed."""

    def highlightBlock(self, text: str) -> None:
        """Paint the marks of one line."""
        for found in _MARKS.finditer(text):
            mark = found[0].lower()
            name = _STANCES.get(mark[1:2]) if mark.startswith("/") else None
            ground, ink = (f"{name}_bg", f"{name}_fg") if name else ("quote_bg", "text")
            if mark.startswith("#"):
                ground, ink = "accent_soft", "accent_text"
            look = QTextCharFormat()
            look.setBackground(theme.color(ground))
            look.setForeground(theme.color(ink))
            self.setFormat(found.start(), len(found[0]), look)


class _Edit(QPlainTextEdit):
    """The field; ``given`` comes at Enter (Shift+Enter begins a line). Abbreviations are written out as words end."""

    given = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.abbreviations: Mapping[str, str] = {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; all else is typing."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter or event.text() in _ENDS_A_WORD:
            self._write_out()
        if enter and not shifted:
            self.given.emit()
        else:
            super().keyPressEvent(event)

    def _write_out(self) -> None:
        """Put the words in place of an abbreviation that ends at the caret."""
        caret = self.textCursor()
        if caret.hasSelection() or not self.abbreviations:
            return
        found = written_out(caret.block().text()[: caret.positionInBlock()], self.abbreviations)
        if found is not None:
            short, words = found
            moves = QTextCursor.MoveOperation.PreviousCharacter
            caret.movePosition(moves, QTextCursor.MoveMode.KeepAnchor, len(short))
            caret.insertText(words)


class LogBox(QWidget):
    """One note at a time; ``given`` carries the words and the instant when typing began (UTC text)."""

    given = Signal(str, str)

    def __init__(self, room: LiveRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.since = ""
        self.stamp = label("", "strong")
        self.hint = label("stamped when you start to type", "caption")
        self.edit = _Edit()
        self.edit.setAccessibleName("Log note")
        self.edit.setPlaceholderText("What happens, in a line")
        self.edit.setTabChangesFocus(True)
        set_size(self.edit, height=58)
        self._marks = _Marks(self.edit.document())
        self.chips = FlowRow(gap=5)
        keys = FlowRow(gap=6)
        caps = (("Enter", "adds with the time"), ("/s /o /n /m", "position"), ("#4", "theme"), ("“ ”", "quote"))
        for cap, words in caps:
            keys.add(KeyCap(cap), label(words, "caption"))
        self._keys = keys
        head = row(self.stamp, self.hint, None, gap=8)
        self.setLayout(column(head, self.edit, self.chips, keys, margins=(12, 8, 12, 8), gap=6))
        self.chips.hide()
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_MS)
        self._keep.timeout.connect(self.keep)
        self.edit.textChanged.connect(self._typed)
        self.edit.given.connect(self._give)
        theme.changed.connect(self._marks.rehighlight)
        self._marked: object = None

    @property
    def _draft(self) -> str:
        live = self._room.live
        return f"live-note-{live.hearing_id}" if live is not None else ""

    def take_up(self) -> None:
        """Take up a note that was being typed when the program ended."""
        if self.edit.toPlainText() or not self._draft:
            return
        kept = drafts.load_draft(self._room.session.desk.folder, self._draft)
        if kept is not None and isinstance(kept.get("text"), str):
            self.since = str(kept.get("since", ""))
            self.edit.setPlainText(str(kept["text"]))
            self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the office's abbreviations as they stand now: Set up may have changed them."""
        super().showEvent(event)
        session = self._room.session
        self.edit.abbreviations = session.read(lambda: shorthand.abbreviations(session.desk)) or {}

    def _typed(self) -> None:
        text, live = self.edit.toPlainText(), self._room.live
        if not text.strip():
            self.since = ""
        elif not self.since and live is not None:
            self.since = live.clock.read().wall.isoformat()
        self.stamp.setText(clock(self.since, live.floor.zone) if self.since and live is not None else "")
        self._show_chips(text)
        if not self._keep.isActive():
            self._keep.start()

    def _show_chips(self, text: str) -> None:
        note = read_note(text)
        marked = (note.stance, note.themes, note.quotes)
        if marked == self._marked:
            return
        self._marked = marked
        self.chips.clear()
        if note.stance is not None:
            self.chips.add(StanceChip(note.stance.value))
        session = self._room.session
        themes = codebook.list_themes(session.desk, session.hearing_id) if note.themes and session.hearing_id else []
        names = {theme.key: theme.name for theme in themes}
        for key in note.themes:
            self.chips.add(Pill(f"{key} {plain(names.get(key, 'no such theme'))}", "plain", "tag"))
        for _quote in note.quotes:
            self.chips.add(Pill("quote", "plain", "quote"))
        has = bool(self.chips.widgets())
        self.chips.setVisible(has)
        self._keys.setVisible(not has)

    def keep(self) -> None:
        """Put what stands here on the disk, in the background."""
        self._keep.stop()
        key, folder = self._draft, self._room.session.desk.folder
        if not key:
            return
        values: dict[str, object] = {"text": self.edit.toPlainText(), "since": self.since}
        run = self._room.session.background.run
        if values["text"]:
            run(lambda _p: drafts.save_draft(folder, key, values), lambda _n: None, self._room.session.tell, must=True)
        else:
            run(lambda _p: drafts.drop_draft(folder, key), lambda _n: None, must=True)

    def _give(self) -> None:
        typed = self.edit.toPlainText().strip()
        if typed:
            self.given.emit(typed, self.since)

    def clear(self) -> None:
        """Empty the box: the note is on the record."""
        self.edit.clear()
        self.keep()
