"""Two letters side by side: the master of a form letter, and one that was sent; what differs is marked twice."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from frhearing.model.letters import Difference, Piece, PieceKind
from frhearing.ui.theme import set_size, theme
from frhearing.ui.widgets import column, label, row

_KEY: Final = (
    "Own words are marked and underlined. What was left out is struck through. Greeting, name and address are grey."
)


class LetterPane(QTextEdit):
    """One letter to read; marked by colour and by line, so that nothing depends on colour alone."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        set_size(self, min_height=150)
        self.setMinimumWidth(1)
        self._pieces: Sequence[Piece] = ()
        theme.changed.connect(self._paint)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a letter, stretch by stretch."""
        self._pieces = pieces
        self._paint()

    def _paint(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        first = None
        for piece in self._pieces:
            if first is None and piece.kind in (PieceKind.OWN, PieceKind.LEFT_OUT):
                first = cursor.position()
            said = piece.text.rstrip()
            cursor.insertText(said, _look(piece.kind))
            cursor.insertText(piece.text[len(said) :], _look(PieceKind.SHARED))
        self._stand_at(first or 0)

    def _stand_at(self, place: int) -> None:
        """Show the beginning, or if it lies below what can be seen the first difference at the top."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        cursor = self.textCursor()
        cursor.setPosition(place)
        if self.cursorRect(cursor).bottom() > self.viewport().height():
            self.verticalScrollBar().setValue(self.cursorRect(cursor).top())


class ComparePanes(QWidget):
    """The master on the left, the letter on the right, and below them what the marks mean."""

    def __init__(self) -> None:
        super().__init__()
        self.master, self.letter = LetterPane("Master of the form letter"), LetterPane("The letter that was sent")
        self._left, self._right = label("Master", "field", wrap=True), label("Letter", "field", wrap=True)
        self._key = label(_KEY, "caption", wrap=True)
        panes = row((column(self._left, self.master, gap=4), 1), (column(self._right, self.letter, gap=4), 1), gap=10)
        self.setLayout(column((panes, 1), self._key, gap=4))

    def show_master(self, text: str) -> None:
        """Show a master alone."""
        self._right.setText("Letter")
        self.master.show_pieces((Piece(PieceKind.SHARED, text),))
        self.letter.show_pieces(())

    def show_difference(self, found: Difference, title: str) -> None:
        """Show a letter beside the master."""
        self._right.setText(f"{title}: {round(100 * found.similarity)} % of the words in common")
        self.master.show_pieces(found.master)
        self.letter.show_pieces(found.letter)
        self.letter.setAccessibleDescription(f"Own words: {found.own_words}" if found.own_words else "No own words")


def _look(kind: PieceKind) -> QTextCharFormat:
    """Give the look of a stretch in the colours of the theme."""
    look = QTextCharFormat()
    look.setFont(theme.font("ui"))
    look.setForeground(theme.color("text"))
    if kind is PieceKind.OWN:
        look.setBackground(theme.color("quote_bg"))
        look.setFontUnderline(True)
        look.setUnderlineColor(theme.color("quote_line"))
    elif kind is PieceKind.LEFT_OUT:
        look.setForeground(theme.color("danger_fg"))
        look.setFontStrikeOut(True)
    elif kind is PieceKind.APART:
        look.setForeground(theme.color("text2"))
    return look
