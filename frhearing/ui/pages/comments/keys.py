"""What the keys of the Comments page do to what is selected."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from frhearing.model.comment import Comment
from frhearing.model.filter import NO_GROUP
from frhearing.model.position import Stance
from frhearing.ui.pages.comments.list_control import ListControl
from frhearing.ui.pages.comments.listing import Listing
from frhearing.ui.pages.comments.quote_keys import QuoteKeys
from frhearing.ui.pages.comments.selection import Selection
from frhearing.ui.pages.comments.tagger import Tagger
from frhearing.ui.pages.comments.workspace import Workspace
from frhearing.ui.pages.comments.writer import Writer

if TYPE_CHECKING:
    from frhearing.model.letters import Answer

Slots = dict[str, Callable[[], object]]


class Keys:
    """Turns keys and buttons of the tagging pane into tags."""

    def __init__(
        self, space: Workspace, listing: Listing, selection: Selection, writer: Writer, control: ListControl
    ) -> None:
        self._space, self._listing, self._selection = space, listing, selection
        self._writer, self._control = writer, control
        self._tagger = Tagger(writer)
        self._quotes = QuoteKeys(space, selection, writer)
        self._connect()

    def _connect(self) -> None:
        """Let the tagging pane do what the keys do."""
        tags = self._space.tagging
        tags.stance.stance_chosen.connect(self.stance)
        tags.stance.inferred_changed.connect(self._inferred)
        tags.stance.condition_changed.connect(self._condition)
        tags.who.group_chosen.connect(self.group)
        tags.who.group_made.connect(self._new_group)
        tags.who.organization_changed.connect(self._organization)
        tags.themes.toggled.connect(self.theme)
        tags.themes.made.connect(self._new_theme)
        tags.next_asked.connect(self.save_next)
        tags.step_asked.connect(self._space.list.view.step)

    def slots(self) -> Slots:
        """Give what each single-letter command does."""
        slots: Slots = {str(stance): partial(self.stance, str(stance)) for stance in Stance}
        slots |= {f"theme_{key}": partial(self._theme_key, key) for key in range(1, 10)}
        return slots | {
            "clear_stance": self.clear_stance,
            "theme_any": self._space.tagging.themes.pick_theme,
            "group": self._space.tagging.who.pick_group,
            "quote": self._quotes.mark,
            "quote_before": partial(self._quotes.grow, -1),
            "quote_after": partial(self._quotes.grow, 1),
            "flag": self.flag,
            "next": partial(self._space.list.view.step, 1),
            "previous": partial(self._space.list.view.step, -1),
            "save_next": self.save_next,
            "same_copies": self._same_copies,
        }

    def stance(self, code: str) -> None:
        """Note a stance for all that is selected; the same stance again changes nothing."""
        comment = self._selection.comment
        if comment is not None and not self._selection.many and self._selection.stance() == code:
            return  # writing it anew would lose the condition that stands beside it
        self._tagger.stance(self._selection.ids(), Stance(code))

    def clear_stance(self) -> None:
        """Take the stance off all that is selected."""
        self._tagger.clear_stance(self._selection.ids())

    def group(self, group_id: int) -> None:
        """Note the group of all that is selected."""
        name = next((group.name for group in self._listing.groups if group.id == group_id), "")
        self._tagger.group(self._selection.ids(), group_id, name)

    def _new_group(self, name: str) -> None:
        """Add a group and note it for all that is selected."""
        self._tagger.new_group(self._selection.ids(), name)

    def theme(self, theme_id: int) -> None:
        """Put a theme on all that is selected, or take it off."""
        name = next((theme.name for theme in self._listing.themes if theme.id == theme_id), "")
        self._tagger.theme(self._selection.ids(), theme_id, name)

    def _new_theme(self, name: str) -> None:
        """Add a theme and put it on all that is selected."""
        self._tagger.new_theme(self._selection.ids(), name)

    def _organization(self, name: str) -> None:
        """Note the organization of all that is selected."""
        self._tagger.organization(self._selection.ids(), name)

    def _condition(self, text: str) -> None:
        """Write the condition of the comment that is shown."""
        self._about(lambda comment: self._tagger.condition(comment.id, text))

    def _inferred(self, inferred: bool) -> None:
        """Mark the stance of the comment that is shown as inferred, or as stated."""
        self._about(lambda comment: self._tagger.inferred(comment.id, inferred))

    def flag(self) -> None:
        """Flag all that is selected, or take the flag off where the one shown has it."""
        self._about(lambda comment: self._tagger.flag(self._selection.ids(), not comment.flagged))

    def save_next(self) -> None:
        """Keep what was typed, take a suggested group, and go to the next comment to tag; say what is skipped."""
        space, comment = self._space, self._selection.comment
        if space.list_alone and space.list.view.hasFocus():
            space.show_text()
            return
        if comment is None:
            return
        space.tagging.flush()
        tagged = comment.id not in self._listing.to_tag
        suggested = space.tagging.who.suggested
        if tagged and suggested != NO_GROUP and not self._selection.many:
            self.group(suggested)
        self._go_on(comment, tagged)

    def _go_on(self, comment: Comment, tagged: bool) -> None:
        view, listing = self._space.list.view, self._listing
        place = view.place_of_current()
        following = listing.next_to_tag(self._space.list.model.ids, place)
        words = "" if tagged else f"No. {comment.number} is still not tagged. "
        if following is None or following == comment.id:
            self._say_end(words, tagged)
            return
        if self._space.list.model.place(following) < place:
            words += "The list begins again from the top."
        view.go_to(following)
        self._say(words)
        listing.refresh_if_stale()

    def _say_end(self, words: str, tagged: bool) -> None:
        """Say that nothing is left to tag here, and what is left elsewhere."""
        elsewhere = len(self._listing.to_tag) - (0 if tagged else 1)
        if elsewhere > 0:
            words += f"Nothing else in this list is left to tag; {elsewhere:,} elsewhere in the hearing."
        elif tagged:
            tallied = self._listing.facets.tallied
            words += f"All {tallied:,} comments are tagged." if tallied > 1 else "The one comment is tagged."
        else:
            words += "It is the last one."
        self._say(words)
        self._listing.refresh_if_stale()

    def _say(self, words: str) -> None:
        self._space.list.say(words.strip())
        if words.strip():
            self._writer.said.emit(words.strip())

    def _theme_key(self, key: int) -> None:
        theme_id = self._space.tagging.themes.at_key(key)
        if theme_id is None:
            self._say(f"There is no theme on key {key}. T finds or adds one.")
        else:
            self.theme(theme_id)

    def _same_copies(self) -> None:
        """Give all copies of the form letter the answer of this one, after one question with their number."""
        comment, session = self._selection.comment, self._writer.session
        if comment is None or not comment.campaign:
            self._say("This comment is no copy of a form letter. Analysis finds form letters.")
        elif self._writer.may_write():
            # Form letters are loaded when they are asked about.
            from frhearing.desk import copies

            self._space.tagging.flush()
            session.background.run(lambda _progress: copies.foresee(session.desk, comment.id), self._ask_same, self._no)

    def _ask_same(self, told: "Answer") -> None:
        comment = self._selection.comment
        if comment is not None and comment.campaign == told.campaign:
            # Loaded when it is asked for: the window is there sooner without it.
            from frhearing.ui.pages.comments.same_answer import SameAnswer

            question = SameAnswer(self._writer, self._space.window(), comment, told)
            question.copies_asked.connect(self._control.show_copies)
            question.open_over()

    def _no(self, fault: Exception) -> None:
        self._say(str(fault))

    def _about(self, act: Callable[[Comment], object]) -> None:
        comment = self._selection.comment
        if comment is not None:
            act(comment)
