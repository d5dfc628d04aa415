"""The tagging pane: position, group, themes, quotes and notes of what is selected; the way to the next."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from frhearing.model.comment import Comment
from frhearing.model.hearing import Hearing
from frhearing.model.theme import Theme
from frhearing.ui.pages.comments.quotes_box import QuotesBox
from frhearing.ui.pages.comments.stance_box import StanceBox
from frhearing.ui.pages.comments.themes_box import ThemesBox
from frhearing.ui.pages.comments.who_box import WhoBox
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import (
    IconButton,
    InlineBar,
    KeyCap,
    PrimaryButton,
    column,
    frame,
    label,
    row,
    scroll,
)
from frhearing.ui.widgets.tab_order import tab_through

WIDTH = 396


class TaggingPane(QFrame):
    """Shows and asks for the tags of one comment, or of all that are selected."""

    next_asked = Signal()
    step_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane_right")
        self.setAccessibleName("Tags")
        self.many = InlineBar("info", "")
        self.many.close_button.hide()
        self.many.hide()
        self.lock = label("", "secondary", wrap=True)
        self.lock.hide()
        self.stance = StanceBox()
        self.who = WhoBox()
        self.themes = ThemesBox()
        self.quotes = QuotesBox()
        self._stops: tuple[QWidget, ...] = ()
        self.content = QWidget()
        self.content.setLayout(
            column(
                self.lock,
                self.stance,
                self.who,
                self.themes,
                self.quotes,
                None,
                margins=(16, 12, 16, 12),
                gap=14,
            )
        )
        self.area: QScrollArea = scroll(self.content, "Tags")
        self.setLayout(column(self.many, (self.area, 1), self._foot(), gap=0))

    def _foot(self) -> QFrame:
        """Make the bar at the bottom: back, on, and the green button."""
        self.previous = IconButton("chevron-left", "Previous comment (K)")
        self.following = IconButton("chevron-right", "Next comment (J)")
        self.next_button = PrimaryButton("Save, next to tag", "corner-down-left")
        self.previous.clicked.connect(lambda: self.step_asked.emit(-1))
        self.following.clicked.connect(lambda: self.step_asked.emit(1))
        self.next_button.clicked.connect(self.next_asked)
        bar = row(
            self.previous,
            self.following,
            None,
            KeyCap("Enter"),
            self.next_button,
            margins=(12, 8, 14, 8),
            gap=8,
        )
        foot = frame("foot", bar)
        set_size(foot, min_height=46)
        return foot

    def show_hearing(self, hearing: Hearing, themes: Sequence[Theme], question: int) -> None:
        """Take the questions and themes of a hearing; groups come by ``who.show_groups``."""
        self.stance.show_questions(hearing.questions, question)
        self.themes.show_themes(themes)
        self.quotes.show_themes({theme.id: theme for theme in themes})

    def show_comment(
        self, comment: Comment, hearing: Hearing, question: int, *, suggested: int | None, locked: bool
    ) -> None:
        """Show the tags of one comment."""
        self.content.show()
        self.many.hide()
        self.quotes.show()
        self.stance.show_comment(comment, hearing.question(question))
        self.who.show_comment(comment, suggested)
        self.themes.show_on(comment.theme_ids)
        self.quotes.show_comment(comment, hearing.zone, locked=locked)
        self._keep_order()
        self._lock(locked)

    def show_many(self, count: int, stance: str | None, themes: Iterable[int], *, locked: bool) -> None:
        """Show what all selected comments have in common; what is pressed goes to all of them."""
        self.content.show()
        self.many.say("info", f"{count:,} comments selected: every key goes to all.")
        self.many.show()
        self.quotes.hide()
        self.stance.show_many(stance)
        self.who.show_many()
        self.themes.show_on(tuple(themes))
        self._keep_order()
        self._lock(locked)

    def _keep_order(self) -> None:
        """Let Tab come to themes and quotes where they stand: they are made anew, the fields below them are not."""
        stops = (*self.themes.stops, *self.quotes.stops)
        if stops != self._stops:
            self._stops = stops
            tab_through(stops)

    def show_nothing(self) -> None:
        """Show no tags: nothing is chosen."""
        self.many.hide()
        self.content.hide()
        self.next_button.setEnabled(False)

    def first_stop(self) -> QWidget:
        """Give the widget that F6 stops at: the chosen stance, or what can be pressed first."""
        stances = self.stance.stances
        chosen = stances.buttons.get(stances.stance() or "", next(iter(stances.buttons.values())))
        return chosen if chosen.isVisible() and chosen.isEnabled() else self.following

    def flush(self) -> None:
        """Hand over everything that was typed but not yet confirmed, before another comment comes."""
        self.stance.flush()
        self.who.flush()
        self.quotes.flush()

    def _lock(self, locked: bool) -> None:
        for box in (self.stance.stances, self.stance.inferred, self.stance.condition, self.who, self.themes):
            box.setEnabled(not locked)
        self.next_button.setEnabled(not locked)
        self.lock.setVisible(locked)
