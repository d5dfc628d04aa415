"""Home: where one begins. The example, a new hearing, an import, a backup; and the hearings of this office."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QSizePolicy, QWidget

from frhearing.desk import hearings
from frhearing.model.change import Change
from frhearing.model.counted import counted
from frhearing.model.errors import ClerkError
from frhearing.model.hearing import HearingCard, HearingStatus
from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.days import day_words
from frhearing.ui.page import Page
from frhearing.ui.session import Session, clock_words
from frhearing.ui.shell.stage import stage_look
from frhearing.ui.theme import set_icon, set_size
from frhearing.ui.widgets import (
    Card,
    KeyCap,
    Pill,
    PlainButton,
    QuietButton,
    clear,
    column,
    label,
    picture,
    row,
    scroll,
)
from frhearing.ui.widgets.choice_card import ChoiceCard
from frhearing.ui.widgets.tab_order import tab_through

_SHOWN = 10
_STEPS = (
    ("Set up", "Write the question. Say what “support” means."),
    ("Before", "Import letters and e-mail. Sign in speakers."),
    ("Live", "Press F8 for each next step. Type notes; the time is added."),
    ("After", "Tag with S O M N and 1–9. A few keys for each comment."),
    ("Report", "Preview, print, certify."),
)


def changed_words(utc_text: str) -> str:
    """Say when a hearing was last changed: today with the time, else the day."""
    if not utc_text:
        return "not changed yet"
    moment = datetime.fromisoformat(utc_text).astimezone()
    if moment.date() == datetime.now().astimezone().date():
        return f"changed today {clock_words(utc_text)}"
    return f"changed {day_words(moment.date().isoformat())}"


class HomePage(Page):
    """Two columns: ways to begin at the left, the hearings and the order of the work at the right."""

    page_id, title, icon = "home", "Home", "house"

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(session, commands, parent)
        self.example = ChoiceCard(
            "star",
            "Go on in the example" if session.example_store else "Look around in a finished example",
            "Milwaukee, February 2026 · nothing to lose",
            primary=True,
        )
        self.new = ChoiceCard("plus", "New hearing", "Seven questions, about three minutes", KeyCap("Ctrl+N"))
        self.back = PlainButton("Back to your own hearings", "arrow-left")
        self.back.clicked.connect(self._leave_example)
        self.back.setVisible(session.example_store)
        self.import_files = PlainButton("Import comments…", "file-up")
        self.restore = PlainButton("Restore a backup…", "history")
        self.tour = QuietButton("Two-minute tour", "play")
        self.key_card = QuietButton("One-page key card", "keyboard")
        for button, name in (
            (self.example, "example"),
            (self.new, "new_hearing"),
            (self.import_files, "import"),
            (self.restore, "restore"),
            (self.tour, "tour"),
            (self.key_card, "keys"),
        ):
            button.clicked.connect(commands.action(name).trigger)
        self.lines: list[ChoiceCard] = []
        self._hearings = column(gap=2)
        self._recent = Card(title="Hearings", gap=6)
        self._recent.body.addLayout(self._hearings)
        self._steps = [(picture("circle", "text3", 18), *step) for step in _STEPS]
        self._build()
        session.changed.connect(self._changed)

    def _build(self) -> None:
        begin = column(
            label("Welcome to frhearing", "h1"),
            label("Everything stays on this computer. No account, no internet.", "secondary", wrap=True),
            14,
            self.example,
            self.new,
            row(self.back, None),
            10,
            label("Coming in from a hearing?", "h3"),
            row(self.import_files, self.restore, None),
            None,
        )
        order = Card(title="Your first hearing, in order", gap=10)
        for sign, name, words in self._steps:
            text = column(label(name, "strong"), label(words, "caption_plain", wrap=True), gap=1)
            order.body.addLayout(row(sign, (text, 1), gap=10))
        order.body.addLayout(row(self.tour, self.key_card, None))
        self._left, self._right = QWidget(), QWidget()
        self._left.setLayout(begin)
        self._right.setLayout(column(self._recent, order, None, gap=12))
        set_size(self._left, max_width=560)
        set_size(self._right, max_width=620)
        for side in (self._left, self._right):
            side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sides = row((self._left, 10), (self._right, 11), gap=28)
        content = QWidget()
        content.setLayout(column(row(None, (self._sides, 100), None), None, margins=(24, 26, 24, 24)))
        outer = column((scroll(content, "Home"), 1), gap=0)
        self.setLayout(outer)

    def show_hearing(self, session: Session) -> None:
        """Show the hearings of this office anew."""
        clear(self._hearings)
        self.lines = []
        try:
            cards = hearings.list_hearings(session.desk)
        except ClerkError as error:
            session.tell(error)
            cards = []
        self._recent.setVisible(bool(cards))
        for card in cards[:_SHOWN]:
            line = self._line(card)
            self.lines.append(line)
            self._hearings.addWidget(line)
        tab_through((self.restore, *self.lines, self.tour, self.key_card))
        self._mark_steps(next((card for card in cards if not card.example), None))

    def _line(self, card: HearingCard) -> ChoiceCard:
        if card.to_tag and card.comments:
            state = Pill(f"{card.to_tag:,} to tag", "warn")
        else:
            words, tone, icon = stage_look(card.status)
            state = Pill(words, tone, icon)
        words = f"{day_words(card.date)} · {counted(card.comments, 'comment')} · {changed_words(card.changed_at)}"
        line = ChoiceCard("file-text", card.title, words, state, plain=True)
        line.setProperty("hearing", card.id)
        line.clicked.connect(self._open_pressed)
        return line

    def _open_pressed(self) -> None:
        line = self.sender()
        if line is not None:
            self.open(line.property("hearing"))

    def open(self, hearing_id: int) -> None:
        """Open a hearing where its work goes on: comments if it has any, else its set-up."""
        card = next((c for c in hearings.list_hearings(self.session.desk) if c.id == hearing_id), None)
        self.session.open_hearing(hearing_id)
        if self.session.hearing_id == hearing_id:
            self.session.asked.emit("comments" if card and card.comments else "setup", 0)

    def _mark_steps(self, card: HearingCard | None) -> None:
        """Tick what the office's latest hearing has behind it."""
        held = card is not None and card.status in (
            HearingStatus.CLOSED,
            HearingStatus.RECORD_CLOSED,
            HearingStatus.CERTIFIED,
        )
        done = (
            card is not None,
            card is not None and card.comments > 0,
            held,
            card is not None and card.comments > 0 and card.to_tag == 0,
            card is not None and card.status is HearingStatus.CERTIFIED,
        )
        for (sign, name, _words), ticked in zip(self._steps, done, strict=True):
            set_icon(sign, "circle-check" if ticked else "circle", "ok_fg" if ticked else "text3", 18)
            sign.setAccessibleName(f"{name}: done" if ticked else f"{name}: to do")

    def _leave_example(self) -> None:
        self.session.left_example.emit()

    def _changed(self, change: Change) -> None:
        if self.isVisible() or any(table == "hearing" for table, _row in change.touched):
            self.show_hearing(self.session)

    def primary(self) -> None:
        """Open the example."""
        self.example.click()

    def find_here(self) -> None:
        """Search everything: Home has no find of its own."""
        self.commands.run("palette")

    def key_hints(self) -> Sequence[KeyHint]:
        """Give the keys of Home."""
        first = KeyHint("Ctrl+N", "new hearing")
        return (first, *self.commands.hints(("open", "import", "palette")))

    def panes(self) -> Sequence[QWidget]:
        """Give the ways to begin, the hearings, the order of the work."""
        return (self.example, *self.lines[:1], self.tour)

    def reflow(self, width: int) -> None:
        """Stand the columns side by side, or one below the other where it is narrow."""
        self._sides.setDirection(
            self._sides.Direction.LeftToRight if width >= 1000 else self._sides.Direction.TopToBottom
        )
