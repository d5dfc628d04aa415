"""The Comments page: joins list, text, tags, editor and commands."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from frhearing.model.change import Change
from frhearing.model.filter import CommentFilter
from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.page import Page
from frhearing.ui.pages.comments.hints import key_hints
from frhearing.ui.pages.comments.list_control import ListControl
from frhearing.ui.pages.comments.listing import Listing
from frhearing.ui.pages.comments.workspace import Workspace
from frhearing.ui.session import Session
from frhearing.ui.widgets import announce

if TYPE_CHECKING:
    from frhearing.ui.pages.comments.editor import CommentEditor
    from frhearing.ui.pages.comments.empty_page import EmptyPage


class CommentsPage(Page):
    """All comments of a hearing: to read, tag, write and bring in.

    The list comes first; what is done with a comment follows by ``rest``, and is not there before that.
    """

    page_id = "comments"
    title = "Comments"
    icon = "messages-square"

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(session, commands, parent)
        self.listing = Listing(session, self)
        self.space = Workspace(self.listing.read_rows)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.space)
        self.control = ListControl(session, self.listing, self.space)
        self._to_list = self._joined = False
        self.listing.listed.connect(self._after_list)

    def rest(self) -> Sequence[Callable[[], object]]:
        """Give the text, the tags, and what joins them with the list."""
        return (self.space.add_reading, self.space.add_tagging, self._join, self._show_chosen)

    def _join(self) -> None:
        """Make what reads, tags, writes and brings in, and join it with the panes."""
        from frhearing.ui.pages.comments.editing import Editing
        from frhearing.ui.pages.comments.keys import Keys
        from frhearing.ui.pages.comments.more_menu import MoreMenu
        from frhearing.ui.pages.comments.origins import Origins
        from frhearing.ui.pages.comments.page_beside import PageBeside
        from frhearing.ui.pages.comments.pasting import Pasting
        from frhearing.ui.pages.comments.selection import Selection
        from frhearing.ui.pages.comments.writer import Writer

        self.control.take_panes()
        self.writer = Writer(self.session, self)
        self.selection = Selection(self.session, self.listing, self.space)
        self.selection.awaited.connect(self.control.stand_on_next)
        self.keys = Keys(self.space, self.listing, self.selection, self.writer, self.control)
        self.editing = Editing(self.session, self.space.set_editor, self)
        self.editing.show_hearing(self.listing.groups)
        self.pasting = Pasting(self.session, self.editing, self)
        self._beside = PageBeside(self.session, self.space, self.editing, self.selection)
        self._more = MoreMenu(self.writer, self)
        self._origins = Origins(self.session, self.selection, self.space.reading)
        self._joined = True
        self._connect_session()
        self._connect_panes()
        self.commands.attach("comments", self.space.list.view, self.space.reading.text)

    def _show_chosen(self) -> None:
        """Show the comment that the list stands on."""
        view = self.space.list.view
        self.selection.show(view.current_id())
        self.space.list.show_picked(view.selected_count())
        self.listing.find_the_rest()
        self._offer_draft()

    @cached_property
    def empty(self) -> "EmptyPage":
        """The page of a hearing without comments, made for the first of them."""
        from frhearing.ui.pages.comments.empty_page import EmptyPage

        made = EmptyPage()
        self._stack.addWidget(made)
        made.import_asked.connect(self.commands.action("import").trigger)
        made.new_asked.connect(self.new_comment)
        made.paste_asked.connect(self.paste)
        made.files_dropped.connect(self.import_files)
        return made

    @property
    def _writing(self) -> bool:
        return self._joined and self.editing.active

    @property
    def editor(self) -> "CommentEditor":
        """The editor, which is made when it is first asked for."""
        return self.editing.editor

    def _connect_session(self) -> None:
        self.session.changed.connect(self._changed)
        self.session.question_changed.connect(self._question_changed)
        self.listing.codebook_changed.connect(self._codebook_changed)
        self.writer.said.connect(self._announce)
        self.writer.busy_changed.connect(self._busy)

    def _connect_panes(self) -> None:
        pane = self.space.list
        pane.head.import_asked.connect(self.commands.action("import").trigger)
        pane.head.new_asked.connect(self.new_comment)
        pane.files_dropped.connect(self.import_files)
        pane.view.clicked.connect(self.space.open_row)
        pane.bar.acted.connect(self.new_comment)
        header = self.space.reading.header
        header.edit_asked.connect(self.edit)
        header.flag_asked.connect(self.keys.flag)
        header.more_asked.connect(self._show_more)
        self.space.tagging.stance.question_chosen.connect(self.session.choose_question)
        self.editing.opened.connect(self._editor_opened)
        self.editing.closed.connect(self._editor_closed)
        self.editing.recorded.connect(self._recorded)

    def primary(self) -> None:
        """Save what is being written, or go to the next comment to tag."""
        (self.editing.save if self.editing.active else self.keys.save_next)()

    def key_hints(self) -> Sequence[KeyHint]:
        """Give the keys that work where the focus is."""
        empty = self._stack.currentWidget() is not self.space
        return key_hints(self.commands, writing=self._writing, empty=empty)

    def show_hearing(self, session: Session) -> None:
        """Show the comments of the session's hearing from the top."""
        if self._joined:
            self.editing.leave()
            self.selection.show(0)
        if session.hearing is not None:
            self.listing.open()
        if self._joined:
            self.listing.find_the_rest()

    def show_comment(self, comment_id: int) -> None:
        """Show one comment, in the list as it is or among all."""
        self.editing.leave()
        self.control.show_comment(comment_id)
        self.space.show_text()

    def show_filter(self, shown: CommentFilter) -> None:
        """Show the comments that a filter finds."""
        self.editing.leave()
        self.control.go_to(shown)

    def find_here(self) -> None:
        """Put the caret into the find field."""
        if not self.space.list.isVisible():
            self.space.show_list()
        field = self.space.list.head.find_field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def panes(self) -> Sequence[QWidget]:
        """Give list, text and tags, or the editor, or the first button of the empty page."""
        if self._stack.currentWidget() is not self.space:
            return (self.empty.import_button,)
        if not self._joined:
            return (self.space.list.view,)
        middle = self.editor if self.editing.active else self.space.reading.text
        return (self.space.list.view, middle, self.space.tagging.first_stop(), self.space.views.first_stop())

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give what this page does."""
        return {
            **self.keys.slots(),
            "new_here": self.new_comment,
            "edit": self.edit,
            "void": self._void,
            "more": self._show_more,
            "paste": self.paste,
            "find_list": self.find_here,
            "layout": self.control.toggle_layout,
        }

    def reflow(self, width: int) -> None:
        """Show as many panes as fit into a window of ``width`` design pixels."""
        self.space.reflow(width)

    def new_comment(self) -> None:
        """Begin a new comment, or go on with the one that was begun."""
        if self.writer.may_write():
            self.editing.new()

    def edit(self) -> None:
        """Correct the comment that is shown."""
        comment = self.selection.comment
        if comment is not None and self.writer.may_write():
            self.space.tagging.flush()
            self.editing.edit(comment)

    def paste(self) -> None:
        """Begin a new comment with the words on the clipboard."""
        if self.writer.may_write():
            self.pasting.paste()

    def import_files(self, files: list[Path]) -> None:
        """Open the import on files that were dropped here."""
        from frhearing.ui.dialogs.import_dialog import open_import

        if self.writer.may_write():
            open_import(self.session, files, self.window())

    def _changed(self, change: Change) -> None:
        if change.hearing_id not in (None, self.session.hearing_id):
            return
        self.selection.take(change)
        self.listing.take(change)

    def _question_changed(self, _number: int) -> None:
        self.space.tagging.flush()
        self.listing.show(self.listing.filter)
        self.listing.read_codebook()
        self.selection.reload()

    def _codebook_changed(self) -> None:
        self.editing.show_hearing(self.listing.groups)

    def _after_list(self, _ids: object) -> None:
        """Show the empty page while there is nothing at all."""
        nothing = not self.listing.facets.total and not self._writing
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        focus = QApplication.focusWidget()
        self._stack.setCurrentWidget(self.empty if nothing else self.space)
        if nothing:
            self.empty.show_locked(not self.session.writable)
            if had_focus:
                self.empty.import_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._to_list and (focus is None or self.isAncestorOf(focus)):  # a panel over the page keeps its keys
            self.space.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._to_list = False
        self._offer_draft()

    def _offer_draft(self) -> None:
        waiting = self._joined and self.session.writable and self.editing.waiting_draft()
        if self._stack.currentWidget() is not self.space:
            self.empty.show_draft(waiting)
        elif waiting:
            self.space.list.say("A comment you began is kept as a draft.", "Go on")

    def _announce(self, words: str) -> None:
        announce(self.space.list.view, words)

    def _busy(self, busy: bool, words: str) -> None:
        self.space.tagging.setEnabled(not busy)
        self.space.list.say(words)

    def _show_more(self) -> None:
        comment = self.selection.comment
        if comment is not None:
            button = self.space.reading.header.more
            menu = self._more.menu(comment, self.selection.ids())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _void(self) -> None:
        if self.selection.comment is not None and not self.selection.many:
            self._more.ask_void(self.selection.comment)

    def _editor_opened(self) -> None:
        self._stack.setCurrentWidget(self.space)
        self.space.tagging.setEnabled(False)
        if self.editing.new_one:
            self.space.tagging.show_nothing()
        self.space.list.say("")
        self.space.show_editor(True)

    def _editor_closed(self) -> None:
        self.space.tagging.setEnabled(True)
        self.selection.reload()
        self.space.show_editor(False)
        if not self.listing.facets.total:
            self._stack.setCurrentWidget(self.empty)
        elif self.space.list.isVisible():
            self.space.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer_draft()

    def _recorded(self, comment_id: int) -> None:
        """Stand on the comment that was just put on the record, so that it can be tagged at once."""
        self._to_list = True
        self.control.stand_on_next(comment_id)
        self.control.show_comment(comment_id)
        self._announce(f"{self.editor.title.text()}: saved")
