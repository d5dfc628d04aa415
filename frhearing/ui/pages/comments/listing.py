"""What is listed: the filter, the ids it finds, the counts beside it, and the words that rows are made of."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from frhearing.desk import codebook, testimony, views
from frhearing.desk.desk import Desk
from frhearing.model.change import Change
from frhearing.model.comment import CommentRow
from frhearing.model.errors import ClerkError
from frhearing.model.facets import Facets
from frhearing.model.filter import NOT_TAGGED, CommentFilter, SavedView
from frhearing.model.theme import Group, Theme
from frhearing.ui.background import Progress, Task
from frhearing.ui.pages.comments.filter_words import same_view
from frhearing.ui.session import Session
from frhearing.ui.tables.row_pages import MakeRow
from frhearing.ui.tables.shown_row import RowWords, missing, shown

TAG_KINDS = frozenset(
    {
        "stance",
        "stance cleared",
        "stance source",
        "condition",
        "organization",
        "theme on",
        "theme off",
        "quote",
        "quote removed",
        "theme of a quote",
        "memo",
        "flag",
        "text",
        "details",
        "view",
        "view removed",
        "group",
        "theme",
    }
)
"""Writes that leave the list of comments as it is, unless it is narrowed or sorted by what they change."""

_COUNT_AFTER_MS = 200
_QUERY_AFTER_MS = 30
"""The whole list is asked for when the first comments are painted: its thread would only be in the way."""
_FIRST = 64
"""So many comments are listed at once, more than a window holds; the whole list is found meanwhile."""


class Found(NamedTuple):
    """The answer to a query: the ids in order, the ids without a position, the counts."""

    ids: "array[int]"
    to_tag: frozenset[int]
    facets: Facets


class Listing(QObject):
    """Keeps the list of one hearing up to date; everything slow is asked for in the background.

    ``listed`` comes with the ids of a new list, ``counted`` after the counts have changed,
    ``codebook_changed`` after groups, themes or views are others. ``size`` is how many comments the filter finds.
    """

    listed = Signal(object)
    counted = Signal()
    codebook_changed = Signal()
    query_started = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.filter = CommentFilter()
        self.facets = Facets()
        self.to_tag: set[int] = set()
        self.size = 0
        self.groups: tuple[Group, ...] = ()
        self.themes: tuple[Theme, ...] = ()
        self.views: tuple[SavedView, ...] = ()
        self.stale = self._first_only = False
        self._words = RowWords("UTC", 0, {})
        # Those of _show_first, until they are asked for or anything is written.
        self._first_lines: Sequence[CommentRow] = ()
        self.question_id = 0
        self._query: Task[Found] | None = None
        self._counting = False
        self._count_later = self._timer(_COUNT_AFTER_MS, self._count)
        self._query_later = self._timer(_QUERY_AFTER_MS, self.query)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def open(self) -> None:
        """Begin anew with the session's hearing: its newest comments; ``find_the_rest`` brings all of them."""
        self.filter = CommentFilter(question=self._session.question)
        self.facets = Facets()
        self.to_tag = set()
        self.size = 0
        self.read_codebook()
        self._first_only = self._show_first()
        if not self._first_only:
            self.query()

    def find_the_rest(self) -> None:
        """Ask for the whole list, if only the first of it were shown, as soon as those are painted."""
        if self._first_only:
            self._first_only = False
            self._query_later.start()

    def _show_first(self) -> bool:
        """List the first comments and show the counts at once: the store has both ready, in some 3 ms.

        Says whether there are any.
        """
        desk, hearing_id = self._session.desk, self._session.hearing_id
        if hearing_id is None:
            return False
        try:
            ids = testimony.list_ids(desk, hearing_id, self.filter, _FIRST)
            lines = self._first_lines = testimony.rows(desk, ids, self.question_id)
            self.facets = testimony.facets(desk, hearing_id, self.filter.question)
        except ClerkError as fault:
            self._session.tell(fault)
            return False
        if ids:
            self.size = self.facets.total
            self.to_tag = {line.id for line in lines if line.stance is None and line.tallied}
            self.listed.emit(ids)
            self.counted.emit()
        return bool(ids)

    def read_codebook(self) -> None:
        """Read groups, themes and views anew, and the questions' words; a handful of short rows."""
        hearing = self._session.hearing
        if hearing is None:
            return
        desk = self._session.desk
        try:
            self.groups = tuple(codebook.list_groups(desk))
            self.themes = tuple(codebook.list_themes(desk, hearing.id))
            self.views = tuple(views.list_views(desk, hearing.id))
        except ClerkError as fault:
            self._session.tell(fault)
        self._take_words()
        self.codebook_changed.emit()

    def _take_words(self) -> None:
        hearing = self._session.hearing
        if hearing is None:
            return
        signs = {theme.id: (str(theme.key or ""), theme.name) for theme in self.themes}
        self._words = RowWords(hearing.zone, int(hearing.date[:4] or 0), signs)
        question = hearing.question(self._session.question)
        self.question_id = question.id if question else 0

    def show(self, wanted: CommentFilter) -> None:
        """List other comments, or the same in another order."""
        self.filter = wanted.but(question=self._session.question)
        self._take_words()
        self.query()

    def query(self) -> None:
        """Ask for the list anew; an answer to an earlier question is not waited for."""
        hearing_id = self._session.hearing_id
        if hearing_id is None:
            return
        if self._query is not None:
            self._query.cancel()
        self.stale = False
        self._count_later.stop()
        self._query_later.stop()
        self._first_only = False
        self.query_started.emit()
        job = _finder(self._session.desk, hearing_id, self.filter)
        self._query = self._session.background.run(job, self._take_found, self._session.tell)

    def _take_found(self, found: Found) -> None:
        self._query = None
        self.facets = found.facets
        self.to_tag = set(found.to_tag)
        self.size = len(found.ids)
        self.listed.emit(found.ids)
        self.counted.emit()

    def read_rows(self, ids: Sequence[int]) -> list[MakeRow]:
        """Read a page of rows; a comment that is gone stands as a missing row. Raises ClerkError."""
        lines, self._first_lines = self._first_lines, ()
        if [line.id for line in lines] != list(ids):
            lines = testimony.rows(self._session.desk, ids, self.question_id)
        found = {line.id: partial(shown, line, self._words) for line in lines}
        return [found.get(comment) or partial(missing, comment) for comment in ids]

    def tagged(self, comment_id: int, has_stance: bool) -> None:
        """Note at once that one comment has a stance now, or none any more; counts follow."""
        if has_stance:
            self.to_tag.discard(comment_id)
        else:
            self.to_tag.add(comment_id)

    def next_to_tag(self, ids: "array[int]", after: int) -> int | None:
        """Return the next comment without a position below a row of the list, from the top again if need be."""
        size = len(ids)
        return next((c for n in range(1, size + 1) if (c := ids[(after + n) % size]) in self.to_tag), None)

    def take(self, change: Change) -> None:
        """Bring list, counts and code book up to date after a write."""
        self._first_lines = ()
        tables = {table for table, _row in change.touched}
        if tables & {"stakeholder_group", "theme", "saved_view", "question"}:
            self.read_codebook()
        kind = change.kind.removeprefix("undo ").removeprefix("redo ")
        if kind not in TAG_KINDS:
            self.query()
            return
        if self.filter.narrows or self.filter.sort not in ("number", "received"):
            self.stale = True
        if self.stale and change.undoes is not None:
            self.query()
        else:
            self._count_later.start()

    def refresh_if_stale(self) -> bool:
        """Ask for the list anew if tagging may have changed what belongs into it; says whether it did."""
        if self.stale:
            self.query()
            return True
        return False

    def view_name(self) -> str:
        """Name the view that the list is in; a filter of one's own is "Filtered"."""
        named = (view.name for view in self.views if same_view(view.filter, self.filter))
        return next(named, "Filtered")

    def _count(self) -> None:
        hearing_id = self._session.hearing_id
        if hearing_id is None or self._query is not None:
            return
        if self._counting:
            self._count_later.start()
            return
        self._counting = True
        job = _counter(self._session.desk, hearing_id, self._session.question)
        self._session.background.run(job, self._take_counts, self._count_failed)

    def _take_counts(self, counted: tuple[Facets, frozenset[int]]) -> None:
        self._counting = False
        if self._query is None and not self._count_later.isActive():
            self.facets, self.to_tag = counted[0], set(counted[1])
            self.counted.emit()

    def _count_failed(self, fault: Exception) -> None:
        self._counting = False
        self._session.tell(fault)


def _finder(desk: Desk, hearing_id: int, wanted: CommentFilter) -> Callable[[Progress], Found]:
    """Make the job that answers a query."""

    def find(_progress: Progress) -> Found:
        ids = testimony.list_ids(desk, hearing_id, wanted)
        facets, to_tag = _counter(desk, hearing_id, wanted.question)(_progress)
        return Found(ids, to_tag, facets)

    return find


def _counter(desk: Desk, hearing_id: int, question: int) -> Callable[[Progress], tuple[Facets, frozenset[int]]]:
    """Make the job that counts and finds what is left to tag."""

    def count(_progress: Progress) -> tuple[Facets, frozenset[int]]:
        facets = testimony.facets(desk, hearing_id, question)
        untagged = CommentFilter(question=question, stances=(NOT_TAGGED,))
        return facets, frozenset(testimony.list_ids(desk, hearing_id, untagged) if facets.to_tag else ())

    return count
