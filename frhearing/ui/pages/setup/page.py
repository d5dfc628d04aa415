"""Set up: the question and the rules at the left; readiness, themes, groups and the dossier at the right."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from frhearing.desk import hearings
from frhearing.model.change import Change
from frhearing.model.hearing import Hearing
from frhearing.model.question import NewQuestion
from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.jumps import jump
from frhearing.ui.page import Page
from frhearing.ui.pages.setup.codebook_cards import GroupsCard, ThemesCard
from frhearing.ui.pages.setup.dossier_card import DossierCard
from frhearing.ui.pages.setup.hearing_card import HearingCard
from frhearing.ui.pages.setup.ordered_list import OrderedList
from frhearing.ui.pages.setup.question_card import QuestionCard
from frhearing.ui.pages.setup.readiness_card import ReadinessCard
from frhearing.ui.pages.setup.rules_card import RulesCard
from frhearing.ui.pages.setup.shorthand_card import ShorthandCard
from frhearing.ui.session import Session
from frhearing.ui.widgets import InlineBar, QuietButton, column, row, scroll
from frhearing.ui.widgets.tab_order import tab_through

_NEW_QUESTION = "Write the next question here?"
_TABLES = {"hearing", "body", "question", "theme", "stakeholder_group", "dossier_entry", "comment_stance", "position"}


class SetupPage(Page):
    """Every field saves itself when it is left; Ctrl+Z takes it back."""

    page_id, title, icon = "setup", "Set up", "clipboard-list"

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(session, commands, parent)
        self._fresh = False
        self.hearing = HearingCard(session)
        self.questions: list[QuestionCard] = []
        self._question_column = column(gap=12)
        self.add_question = QuietButton("Add another question", "plus")
        self.rules = RulesCard(session)
        self.shorthand = ShorthandCard(session)
        self.ready = ReadinessCard(session)
        self.themes = ThemesCard(session)
        self.groups = GroupsCard(session)
        self.dossier = DossierCard(session)
        self.locked = InlineBar("info", "This record is certified and locked. Its fields can be read, not changed.", "")
        self._build()
        self.add_question.clicked.connect(self._add_question)
        self.ready.jumped.connect(self._jump)
        commands.attach("setup", self.themes.list, self.groups.list, self.dossier.list)
        session.changed.connect(self._changed)

    def _build(self) -> None:
        asked = row(self.add_question, None)
        left = column(self.hearing, self._question_column, asked, self.rules, self.shorthand, None, gap=12)
        self._codes = row((self.themes, 1), (self.groups, 1), gap=12)
        right = column(self.ready, self._codes, self.dossier, None, gap=12)
        self._sides = row((left, 1), (right, 1), gap=12)
        content = QWidget()
        content.setLayout(column(self._sides, margins=(14, 12, 14, 14)))
        self.locked.close_button.hide()
        self.setLayout(column(self.locked, (scroll(content, "Set up"), 1), gap=0))

    def show_hearing(self, session: Session) -> None:
        """Show the open hearing."""
        hearing = session.hearing
        if hearing is None:
            return
        # Shown just before it is seen, it is not looked up once more when it is.
        self._fresh = not self.isVisible()
        self.locked.setVisible(hearing.locked)
        self._show_questions(hearing)
        for card in (self.hearing, self.rules, self.shorthand, self.ready, self.themes, self.groups, self.dossier):
            card.show_hearing(hearing)
        tab_through((self.shorthand.lines.field, *self.ready.stops))
        self.add_question.setVisible(session.writable)

    def _show_questions(self, hearing: Hearing) -> None:
        wanted = [question.id for question in hearing.questions]
        if [card.question.id for card in self.questions] != wanted:
            for card in self.questions:
                card.hide()
                card.setParent(None)
                card.deleteLater()
            self.questions = [QuestionCard(self.session, question) for question in hearing.questions]
            for card in self.questions:
                card.gone.connect(self._remove_question)
                self._question_column.addWidget(card)
            self._tab_through_questions()
        for place, (card, question) in enumerate(zip(self.questions, hearing.questions, strict=True)):
            card.show_question(question, first=place == 0, only=len(wanted) == 1)

    def _tab_through_questions(self) -> None:
        """Let Tab come to the questions where they stand: they are made later than what stands below them."""
        stops = [stop for card in self.questions for stop in card.stops]
        tab_through((self.hearing.fields["note"].field, *stops))

    def _changed(self, change: Change) -> None:
        self._fresh = False
        if self.isVisible() and any(table in _TABLES for table, _row in change.touched):
            self.show_hearing(self.session)

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew when the page is seen again: other pages write too."""
        super().showEvent(event)
        if not self._fresh:
            self.show_hearing(self.session)
        self._fresh = False

    def _add_question(self) -> None:
        hearing_id = self.session.hearing_id
        if hearing_id is None:
            return
        desk = self.session.desk
        made = self.session.make(lambda: hearings.add_question(desk, hearing_id, NewQuestion(_NEW_QUESTION)))
        card = next((card for card in self.questions if card.question.id == made), None)
        if card is not None:
            card.text.field.setFocus()
            card.text.select_all()

    def _remove_question(self, question_id: int) -> None:
        self.session.write(lambda: hearings.remove_question(self.session.desk, question_id))

    def _jump(self, place: str) -> None:
        """Go to where a check can be mended."""
        if not place.startswith("setup"):
            jump(self.session, place)
            return
        self.hearing.show_more(place == "setup.notice")
        spots = {
            "setup.themes": self.themes.add,
            "setup.place": self.hearing.fields["place"].field,
            "setup.notice": self.hearing.fields["notice"].field,
        }
        asked = self.questions[0].support.field if self.questions else self.add_question
        spots.get(place, asked).setFocus()

    def primary(self) -> None:
        """Open the live screen."""
        self.ready.live.click()

    def key_hints(self) -> Sequence[KeyHint]:
        """Give the keys of Set up."""
        return (
            KeyHint("Tab", "next field"),
            KeyHint("Alt+↑ ↓", "reorder"),
            KeyHint("Ctrl+Enter", "go live"),
            *self.commands.hints(("undo",)),
        )

    def panes(self) -> Sequence[QWidget]:
        """Give the first field of the form, the question, the lists."""
        first_question = [card.text.field for card in self.questions[:1]]
        codes = (self.themes, self.groups, self.dossier)
        lists = (card.list if card.list.count() else card.add for card in codes)
        return (self.hearing.fields["title"].field, *first_question, *lists)

    def find_here(self) -> None:
        """Search everything: Set up has no find of its own."""
        self.commands.run("palette")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Move the chosen line of the list that has the focus."""
        return {"setup_up": lambda: self._move(-1), "setup_down": lambda: self._move(1)}

    def _move(self, step: int) -> None:
        focus = self.focusWidget()
        if isinstance(focus, OrderedList):
            focus.move_current(step)

    def reflow(self, width: int) -> None:
        """Stand the columns side by side, or one below the other where it is narrow."""
        flow = QBoxLayout.Direction
        self._sides.setDirection(flow.LeftToRight if width >= 1000 else flow.TopToBottom)
        self._codes.setDirection(flow.LeftToRight if width >= 620 else flow.TopToBottom)
