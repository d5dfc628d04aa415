"""Tags what is selected: each call is one write and one step to undo, however many comments it is about."""

from collections.abc import Sequence

from frhearing.desk import codebook, coding, testimony
from frhearing.model.filter import NO_GROUP
from frhearing.model.position import Stance
from frhearing.ui.pages.comments.writer import Writer
from frhearing.ui.theme import STANCE_WORDS


class Tagger:
    """Stance, group, organization, themes and the flag."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def stance(self, ids: Sequence[int], stance: Stance) -> None:
        """Note the stance of comments on the active question."""
        question = self._writer.session.question
        word = STANCE_WORDS[stance]
        desk = self._writer.session.desk
        self._writer.write(ids, word, lambda: coding.set_stance(desk, ids, question, stance))

    def clear_stance(self, ids: Sequence[int]) -> None:
        """Take the stance off again."""
        question = self._writer.session.question
        desk = self._writer.session.desk
        self._writer.write(ids, "Not tagged", lambda: coding.clear_stance(desk, ids, question))

    def condition(self, comment_id: int, text: str) -> None:
        """Write on which condition a stance stands."""
        question = self._writer.session.question
        desk = self._writer.session.desk
        self._writer.write([comment_id], "Condition", lambda: coding.set_condition(desk, comment_id, question, text))

    def inferred(self, comment_id: int, inferred: bool) -> None:
        """Mark a stance as inferred by the clerk, or as stated."""
        question = self._writer.session.question
        word = "Inferred by the clerk" if inferred else "Stated"
        desk = self._writer.session.desk
        self._writer.write([comment_id], word, lambda: coding.set_inferred(desk, comment_id, question, inferred))

    def group(self, ids: Sequence[int], group_id: int, name: str) -> None:
        """Note for whom comments speak."""
        desk = self._writer.session.desk
        chosen = None if group_id == NO_GROUP else group_id
        self._writer.write(ids, f"Group {name}" if name else "No group", lambda: coding.set_group(desk, ids, chosen))

    def new_group(self, ids: Sequence[int], name: str) -> None:
        """Add a group to the office's list and note it for comments."""
        made = self._writer.make(lambda: codebook.add_group(self._writer.session.desk, name))
        if made is not None:
            self.group(ids, made, name)

    def organization(self, ids: Sequence[int], name: str) -> None:
        """Note the organization comments speak for."""
        desk = self._writer.session.desk
        self._writer.write(ids, f"Organization {name}", lambda: coding.set_organization(desk, ids, name))

    def theme(self, ids: Sequence[int], theme_id: int, name: str, on: bool | None = None) -> None:
        """Put a theme on comments, or take it off if all of them carry it."""
        desk = self._writer.session.desk
        self._writer.write(ids, f"Theme {name}", lambda: coding.toggle_theme(desk, ids, theme_id, on))

    def new_theme(self, ids: Sequence[int], name: str) -> None:
        """Add a theme to the hearing and put it on comments."""
        hearing_id = self._writer.session.hearing_id
        if hearing_id is None:
            return
        made = self._writer.make(lambda: codebook.add_theme(self._writer.session.desk, hearing_id, name))
        if made is not None:
            self.theme(ids, made, name, on=True)

    def flag(self, ids: Sequence[int], flagged: bool) -> None:
        """Mark comments for another look, or take the mark off."""
        word = "Flagged for review" if flagged else "Flag taken off"
        desk = self._writer.session.desk
        self._writer.write(ids, word, lambda: testimony.set_flag(desk, ids, flagged))
