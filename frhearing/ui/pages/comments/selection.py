"""What is selected is what is shown and tagged: joins the list, the text and the tags of one hearing."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from frhearing.desk import testimony
from frhearing.model.change import Change
from frhearing.model.comment import Comment, CommentRow
from frhearing.model.errors import ClerkError, NotFound
from frhearing.ui.pages.comments.listing import Listing
from frhearing.ui.pages.comments.reading_header import stance_code
from frhearing.ui.pages.comments.workspace import Workspace
from frhearing.ui.pages.comments.writer import why_locked
from frhearing.ui.session import Session
from frhearing.ui.tables.shown_row import NOT_TAGGED

_COMPARED = 200
"""Of so many selected comments it is shown what they have in common; of more, nothing is said."""

_RENEWED = 64
"""So many rows are read anew one by one after a write; after more, the pages that are looked at."""

_OFF = "This comment is off the record. It can be read, not changed."


class Selection(QObject):
    """Shows the comments that are selected in the list, and brings them up to date after a write.

    ``shown`` comes after another comment is shown, or the same one as it stands now; ``awaited`` carries the id
    of a comment that undo or redo was about and that is not in the list yet.
    """

    shown = Signal()
    awaited = Signal(int)

    def __init__(self, session: Session, listing: Listing, space: Workspace) -> None:
        super().__init__(space)
        self._session, self._listing, self._space = session, listing, space
        self.comment: Comment | None = None
        self._was_many = False
        self._asked: tuple[int, str, str] = (0, "", "")
        self._suggestion: tuple[int, int | None] = (0, None)
        space.list.view.moved.connect(self.show)
        space.list.view.picked.connect(self._picked)

    def ids(self) -> "array[int]":
        """Return the ids that the next key is about: all that are selected, else the current one."""
        chosen = self._space.list.view.selected_ids()
        if len(chosen) > 1 or self.comment is None:
            return chosen
        return array("q", [self.comment.id])

    @property
    def many(self) -> bool:
        """Whether more than one comment is selected."""
        return self._space.list.view.selected_count() > 1

    def stance(self) -> str:
        """Return the code of the shown comment's stance on the active question."""
        return stance_code(self.comment, self._session.question) if self.comment else NOT_TAGGED

    def show(self, comment_id: int) -> None:
        """Show a comment, after keeping what was typed about the one before."""
        if self.comment is not None and self.comment.id != comment_id:
            self._space.tagging.flush()
        if not comment_id:
            self.comment = None
            self._space.reading.show_nothing()
            self._space.tagging.show_nothing()
            self.shown.emit()
            return
        self._read(comment_id)

    def reload(self) -> None:
        """Show the same comment as it stands now."""
        if self.comment is not None:
            self._read(self.comment.id)

    def _read(self, comment_id: int) -> None:
        hearing = self._session.hearing
        if hearing is None:
            return
        try:
            self.comment = testimony.get_comment(self._session.desk, comment_id)
        except NotFound as fault:
            self.comment = None
            self._space.reading.show_nothing("This comment is not here any more", str(fault))
            self._space.tagging.show_nothing()
            return
        except ClerkError as fault:
            self._session.tell(fault)
            return
        locked = not self._session.writable or self.comment.void is not None
        self._space.tagging.lock.setText(_OFF if self._session.writable else why_locked(self._session))
        self._space.reading.show_comment(self.comment, hearing, self._session.question, locked=locked)
        self._show_tags(self.comment, locked)
        self.shown.emit()

    def _show_tags(self, comment: Comment, locked: bool) -> None:
        if self.many:
            self._show_common(self._space.list.view.selected_ids(), locked)
            return
        hearing = self._session.hearing
        if hearing is not None:
            at, group = self._suggestion
            suggested = group if at == comment.id else None
            self._space.tagging.show_comment(
                comment, hearing, self._session.question, suggested=suggested, locked=locked
            )
            self._suggest(comment)

    def _suggest(self, comment: Comment) -> None:
        """Look for the group that earlier comments of this name or organization speak for, in the background."""
        about = (comment.id, comment.name, comment.organization)
        if comment.group_id is not None or self._asked == about or not self._session.writable:
            return
        self._asked = about
        desk, name, organization = self._session.desk, comment.name, comment.organization

        def show(group: int | None) -> None:
            now = self.comment
            if now is not None and now.id == comment.id and now.group_id is None and not self.many:
                self._suggestion = (comment.id, group)
                self._space.tagging.who.show_comment(now, group)

        self._session.background.run(
            lambda _progress: testimony.suggest_group(desk, name, organization), show, lambda _fault: None
        )

    def _show_common(self, ids: Sequence[int], locked: bool) -> None:
        """Show what the selected comments have in common."""
        stance: str | None = None
        themes: frozenset[int] = frozenset()
        if len(ids) <= _COMPARED:
            rows = self._rows(ids)
            stances = {row.stance for row in rows}
            if len(stances) == 1 and stances != {None}:
                stance = next(iter(stances))
            themes = frozenset.intersection(*(frozenset(row.themes) for row in rows)) if rows else themes
        self._space.tagging.show_many(len(ids), stance, themes, locked=locked)

    def _rows(self, ids: Sequence[int]) -> list[CommentRow]:
        try:
            return testimony.rows(self._session.desk, ids, self._listing.question_id)
        except ClerkError as fault:
            self._session.tell(fault)
            return []

    def _picked(self, count: int) -> None:
        self._space.list.show_picked(count)
        if self.comment is not None and (count > 1 or self._was_many):
            self._show_tags(self.comment, not self._session.writable)
        self._was_many = count > 1

    def take(self, change: Change) -> None:
        """Bring rows and panes up to date after a write; after undo or redo, stand on what was undone."""
        touched = change.ids("comment")
        model = self._space.list.model
        if touched and change.undoes is None and len(touched) <= _RENEWED:
            model.renew(touched)
        else:
            model.refresh()
        if change.undoes is not None:
            self._stand_on_undone(change)
            # What is selected may be a quote that is gone: its marks are seen, and Q does not mean it again.
            self._space.reading.text.let_go()
        self.reload()
        if self.comment is not None and not self.many:
            has = stance_code(self.comment, self._session.question) != NOT_TAGGED
            self._listing.tagged(self.comment.id, has or not self.comment.tallied)

    def _stand_on_undone(self, change: Change) -> None:
        """Select the one comment that undo or redo was about, so that its effect is seen."""
        number = change.subject.removeprefix("No. ")
        hearing_id = self._session.hearing_id
        if hearing_id is None or not number.isdecimal() or change.hearing_id != hearing_id:
            return
        try:
            undone = testimony.comment_by_number(self._session.desk, hearing_id, int(number))
        except ClerkError:
            return  # the undone step was the comment itself
        other = self.comment is None or self.comment.id != undone.id
        if other and not self._space.list.view.go_to(undone.id):
            self.awaited.emit(undone.id)
