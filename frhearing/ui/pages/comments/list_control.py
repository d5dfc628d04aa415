"""Joins the list with everything that narrows it: views, find, chips, the filter menu, the headings."""

from array import array

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from frhearing.desk import views
from frhearing.model.errors import ClerkError
from frhearing.model.filter import NOT_TAGGED, CommentFilter, SortBy
from frhearing.ui.pages.comments.filter_words import chips, same_view
from frhearing.ui.pages.comments.listing import Listing
from frhearing.ui.pages.comments.workspace import Workspace
from frhearing.ui.session import Session
from frhearing.ui.tables.plain import plain


class ListControl(QObject):
    """Shows the listing in the list pane and passes on what is asked for there."""

    def __init__(self, session: Session, listing: Listing, space: Workspace) -> None:
        super().__init__(space)
        self._session, self._listing, self._space = session, listing, space
        self._wanted = 0
        self._select_all = False
        self._to_list = False
        head, pane = space.list.head, space.list
        head.find_changed.connect(self._find)
        head.find_left.connect(self._leave_find)
        head.views_asked.connect(self._views_menu)
        head.to_tag_asked.connect(self.show_to_tag)
        head.filter_menu_asked.connect(self._filter_menu)
        head.layout_asked.connect(self.toggle_layout)
        head.chip_removed.connect(self.show)
        head.save_asked.connect(self.save_view)
        pane.clear_asked.connect(self._clear)
        pane.view.sort_asked.connect(self._sort)
        pane.model.failed.connect(self._failed)
        listing.query_started.connect(self._started)
        listing.listed.connect(self._listed)
        listing.counted.connect(self.show_counts)
        listing.codebook_changed.connect(self._codebook)
        space.arranged.connect(self._arranged)
        self._chosen_layout: bool | None = None

    def take_panes(self) -> None:
        """Show the views and the code book in the panes that have just been made, and do what is asked for there."""
        views = self._space.views
        views.filter_asked.connect(self.show)
        views.save_asked.connect(self.save_view)
        views.remove_asked.connect(self._remove_view)
        self._fill_panes()
        self.show_counts()

    def show(self, wanted: CommentFilter, comment_id: int = 0) -> None:
        """List what a filter shows; ``comment_id`` is to be stood on if it is among it."""
        self._wanted = comment_id
        field = self._space.list.head.find_field
        if field.text().strip() != wanted.text:
            field.blockSignals(True)
            field.setText(wanted.text)
            field.blockSignals(False)
        self._listing.show(wanted)
        self._show_chips()

    def show_all(self, comment_id: int = 0) -> None:
        """List all comments of the hearing."""
        shown = self._listing.filter
        self.show(CommentFilter(question=shown.question, sort=shown.sort, descending=shown.descending), comment_id)

    def go_to(self, wanted: CommentFilter) -> None:
        """List what a filter shows and give the list the keys, so that one can tag at once."""
        self._to_list = True
        self.show(wanted)

    def _clear(self) -> None:
        """Go back to all comments from a list that found nothing; the keys go with it."""
        self._to_list = True
        self.show_all()

    def show_to_tag(self) -> None:
        """List what has no position yet."""
        self.go_to(CommentFilter(stances=(NOT_TAGGED,)))

    def show_comment(self, comment_id: int) -> None:
        """Stand on a comment, in the list as it is or among all comments."""
        if not self._space.list.view.go_to(comment_id):
            self.show_all(comment_id)

    def show_copies(self, campaign: str) -> None:
        """List the copies of a form letter and select them all, so that the next key goes to all of them."""
        self._select_all = True
        self.show(CommentFilter(campaign=campaign))

    def toggle_layout(self) -> None:
        """Show columns instead of cards, or cards again; the choice stays."""
        self._chosen_layout = not self._space.list.view.as_table
        self._space.list.view.show_as_table(self._chosen_layout)

    def stand_on_next(self, comment_id: int) -> None:
        """Stand on a comment once the list has been asked for anew."""
        self._wanted = comment_id

    def _arranged(self) -> None:
        """Show columns where there is room, cards where there is not, unless the clerk chose one."""
        wide = self._space.arrangement == "four"
        self._space.list.view.show_as_table(wide if self._chosen_layout is None else self._chosen_layout)

    def _find(self, typed: str) -> None:
        if typed.strip() != self._listing.filter.text:
            self._listing.show(self._listing.filter.but(text=typed.strip()))

    def _leave_find(self) -> None:
        self._space.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sort(self, sort: SortBy, descending: bool) -> None:
        self.show(self._listing.filter.but(sort=sort, descending=descending))

    def _started(self) -> None:
        if not len(self._space.list.model.ids):
            self._space.list.show_loading()

    def _listed(self, ids: "array[int]") -> None:
        """Show the new list; stay on the comment one was on."""
        pane = self._space.list
        if self._listing.filter.narrows and not len(ids):
            pane.show_none()
        else:
            pane.show_rows()
        pane.view.show_sort(self._listing.filter.sort, self._listing.filter.descending)
        pane.view.replace(ids, self._wanted)
        self._wanted = 0
        if self._select_all:
            pane.view.selectAll()
        if self._select_all or self._to_list:
            pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._select_all = self._to_list = False
        self._show_chips()

    def _failed(self, words: str) -> None:
        self._session.notice("danger", words)

    def show_counts(self) -> None:
        """Show the counts beside views and filters, and how far the tagging is."""
        facets, shown = self._listing.facets, self._listing.filter
        count = self._listing.size
        space = self._space
        space.list.head.show_view(plain(self._listing.view_name()), count, facets.to_tag)
        space.list.head.show_locked(not self._session.writable)
        space.list.show_progress(facets.tallied - facets.to_tag, facets.tallied)
        space.name_list(count)
        if space.whole:
            space.views.show_state(shown, facets)
            space.tagging.themes.show_counts(facets.themes)

    def _show_chips(self) -> None:
        shown = self._listing.filter
        known = any(same_view(view.filter, shown) for view in self._listing.views)
        groups = {group.id: group.name for group in self._listing.groups}
        themes = {theme.id: theme.name for theme in self._listing.themes}
        four = self._space.arrangement == "four"
        made = [] if known and not shown.text and not four else chips(shown, groups, themes)
        self._space.list.head.show_chips(made, can_save=not known and not four)

    def _codebook(self) -> None:
        if self._session.hearing is None:
            return
        if self._space.whole:
            self._fill_panes()
        self._space.list.model.refresh()
        self.show_counts()

    def _fill_panes(self) -> None:
        """Show views, groups and themes in the panes beside the list."""
        hearing = self._session.hearing
        if hearing is None:
            return
        space, listing = self._space, self._listing
        space.views.show_views(listing.views)
        space.views.show_groups(listing.groups)
        space.tagging.show_hearing(hearing, listing.themes, self._session.question)
        space.tagging.who.show_groups(listing.groups)

    def _views_menu(self) -> None:
        """Offer the views as a menu, where they have no pane of their own."""
        from frhearing.ui.pages.comments.views_pane import view_count

        head = self._space.list.head
        menu = QMenu(head)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for view in self._listing.views:
            count = view_count(view, self._listing.facets)
            words = plain(view.name).replace("&", "&&")
            action = menu.addAction(words if count is None else f"{words}\t{count:,}")
            action.setCheckable(True)
            action.setChecked(same_view(view.filter, self._listing.filter))
            action.triggered.connect(lambda _on=False, to=view.filter: self.go_to(to))
        if not any(same_view(view.filter, self._listing.filter) for view in self._listing.views):
            menu.addSeparator()
            menu.addAction("Save this view…").triggered.connect(self.save_view)
        menu.popup(head.view.mapToGlobal(QPoint(0, head.view.height())))

    def _filter_menu(self) -> None:
        from frhearing.ui.pages.comments.filter_menu import filter_menu

        head, listing = self._space.list.head, self._listing
        menu = filter_menu(
            head, listing.filter, listing.facets, listing.groups, listing.themes, self.go_to, self._ask_days
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(head.filter.mapToGlobal(QPoint(0, head.filter.height())))

    def _ask_days(self) -> None:
        from frhearing.ui.pages.comments.day_range import AskDays

        AskDays(self._space.window(), self._listing.filter, self.show).open_over()

    def save_view(self) -> None:
        """Ask for a name and keep the filter under it."""
        hearing_id, shown = self._session.hearing_id, self._listing.filter

        def take(name: str) -> str:
            if hearing_id is None:
                return "No hearing is open."
            try:
                _made, change = views.save_view(self._session.desk, hearing_id, name, shown)
            except ClerkError as fault:
                return str(fault)
            self._session.take(change)
            return ""

        from frhearing.ui.dialogs.ask_line import AskLine

        sentence = "The filter and the order are kept; comments that fit later are shown too."
        AskLine(self._space.window(), "Save this view", sentence, "Name", "Save view", take).open_over()

    def _remove_view(self, view_id: int) -> None:
        self._session.write(lambda: views.remove_view(self._session.desk, view_id))
