"""Key quotes of a comment, word for word or in other words, and the notes of staff on it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from frhearing.model.comment import Comment
from frhearing.model.passage import Passage, PassageKind
from frhearing.model.theme import Theme
from frhearing.ui.pages.comments.reading_header import breakable
from frhearing.ui.tables.plain import plain
from frhearing.ui.tables.shown_row import clock, short_day
from frhearing.ui.widgets import IconButton, KeyCap, QuietButton, clear, column, label, row
from frhearing.ui.widgets.pick_list import Choice, PickList

_LONGEST = 280


class QuoteCard(QFrame):
    """One marked passage; a click shows it in the text."""

    pressed = Signal()
    removed = Signal()
    theme_asked = Signal()

    def __init__(self, passage: Passage, theme_name: str, *, locked: bool) -> None:
        super().__init__()
        self.setProperty("kind", "quote")
        shown = plain(passage.text)
        shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"
        verbatim = passage.kind is PassageKind.VERBATIM
        words = label(breakable(f"“{shown}”" if verbatim else shown), wrap=True)
        chosen = theme_name.replace("&", "&&") or "Choose a theme…"
        self.theme = QuietButton(chosen, name=f"Theme of this quote: {theme_name or 'none'}")
        self.remove = IconButton("x", f"Remove this quote: {shown[:60]}", size=14)
        self.theme.setEnabled(not locked)
        self.remove.setEnabled(not locked)
        notes = [] if verbatim else [label("In other words", "caption")]
        if passage.lost:
            notes.append(label("No longer in the corrected text", "error", wrap=True))
        # The button's own inset brings its words under those of the quote.
        text = column(words, *notes, margins=(9, 0, 0, 0), gap=2)
        self.setLayout(row((column(text, row(self.theme, None), gap=0), 1), self.remove, margins=(2, 6, 4, 2), gap=4))
        self.theme.clicked.connect(self.theme_asked)
        self.remove.clicked.connect(self.removed)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Ask to be shown in the text."""
        self.pressed.emit()


class QuotesBox(QWidget):
    """The lower part of the tagging pane: quotes and notes. Signals carry passage and theme ids."""

    shown_in_text = Signal(int)
    removed = Signal(int)
    theme_chosen = Signal(int, int)
    paraphrased = Signal(str)
    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes: Mapping[int, Theme] = {}
        self._locked = False
        self._shown: tuple[object, ...] = ()
        self._cards = column(gap=6)
        self._quotes: list[QuoteCard] = []
        self._notes = column(gap=4)
        self.own_words = QLineEdit()
        self.own_words.setPlaceholderText("A quote in other words, marked as such")
        self.own_words.setAccessibleName("Key point in other words")
        self.note = QLineEdit()
        self.note.setPlaceholderText("Note for staff; not printed with the comment")
        self.note.setAccessibleName("Note for staff")
        hint = label("selected text, or the sentence at the caret", "caption", wrap=True)
        self.setLayout(
            column(
                row(label("Key quotes", "field"), KeyCap("Q"), (hint, 1), gap=6),
                self._cards,
                self.own_words,
                6,
                label("Notes", "field"),
                self._notes,
                self.note,
                gap=6,
            )
        )
        self.own_words.returnPressed.connect(self.flush)
        self.note.returnPressed.connect(self.flush)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in the order in which it stands."""
        on_cards = [stop for card in self._quotes for stop in (card.theme, card.remove)]
        return (*on_cards, self.own_words, self.note)

    def show_themes(self, themes: Mapping[int, Theme]) -> None:
        """Take the hearing's themes, for the names beside quotes."""
        self._themes = themes
        self._shown = ()

    def show_comment(self, comment: Comment, zone: str, *, locked: bool) -> None:
        """Show the quotes and notes of a comment; what is being typed stays."""
        self._locked = locked
        self.own_words.setEnabled(not locked)
        self.note.setEnabled(not locked)
        state = (comment.id, comment.passages, comment.memos, locked)
        if state == self._shown:
            return
        self._shown = state
        clear(self._cards)
        self._quotes = [self._card(passage) for passage in comment.passages]
        for card in self._quotes:
            self._cards.addWidget(card)
        clear(self._notes)
        for memo in comment.memos:
            when = f"{short_day(memo.at, zone)}, {clock(memo.at, zone)}"
            self._notes.addWidget(label(breakable(memo.text), wrap=True))
            self._notes.addWidget(label(f"{plain(memo.by)}  ·  {when}" if memo.by else when, "caption"))

    def flush(self) -> None:
        """Hand over what was typed but not yet confirmed."""
        for field, signal in ((self.own_words, self.paraphrased), (self.note, self.noted)):
            typed = field.text().strip()
            if typed:
                field.clear()
                signal.emit(typed)

    def _card(self, passage: Passage) -> QuoteCard:
        found = self._themes.get(passage.theme_id or 0)
        card = QuoteCard(passage, plain(found.name) if found else "", locked=self._locked)
        card.pressed.connect(lambda chosen=passage.id: self.shown_in_text.emit(chosen))
        card.removed.connect(lambda chosen=passage.id: self.removed.emit(chosen))
        card.theme_asked.connect(lambda chosen=passage, at=card: self._pick_theme(chosen, at))
        return card

    def _pick_theme(self, passage: Passage, card: QuoteCard) -> None:
        choices = [
            Choice(theme.id, plain(theme.name), str(theme.key or ""), theme.id == passage.theme_id)
            for theme in self._themes.values()
        ]
        if passage.theme_id is not None:
            choices.append(Choice(0, "No theme"))
        pick = PickList(card.theme, "Type to find a theme", choices)
        pick.picked.connect(lambda theme_id: self.theme_chosen.emit(passage.id, theme_id))
        pick.open()
