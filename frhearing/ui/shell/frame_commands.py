"""Who does the commands that work everywhere: the frame itself, or the page that is made for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from frhearing.desk.desk import open_desk
from frhearing.model.counted import counted
from frhearing.ui.pages import PAGES

if TYPE_CHECKING:
    from frhearing.model.backup import BackupInfo
    from frhearing.ui.background import Progress
    from frhearing.ui.main_window import MainWindow

_DEFAULT_PAGE = {"print": "report", "export": "report"}


class FrameCommands:
    """Binds the commands of the table that belong to the frame, and opens what lies over the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session = window.session
        bind = window.commands.bind
        for entry in PAGES:
            bind(f"go_{entry.page_id}", partial(window.go, entry.page_id))
        for number in range(1, 10):
            bind(f"question_{number}", partial(self._session.choose_question, number))
        for name, slot in self._slots().items():
            bind(name, slot)
        for name in _DEFAULT_PAGE:
            bind(name, partial(self._page_does, name))
        window.commands.allow("example_anew", self._session.example_store)

    def _slots(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "undo": self._session.undo,
            "redo": self._session.redo,
            "find": self._find,
            "primary": self._primary,
            "palette": self.open_palette,
            "keys": self.open_keys,
            "help": self.open_help,
            "next_pane": partial(self._pane, 1),
            "previous_pane": partial(self._pane, -1),
            "zoom_in": partial(window.display.zoom, 1),
            "zoom_out": partial(window.display.zoom, -1),
            "zoom_reset": partial(window.display.zoom, 0),
            "letters": window.display.toggle_letters,
            "settings": window.rail.display.click,
            "new_here": self._new_here,
            "new_hearing": self.new_hearing,
            "open": window.top.hearing.showMenu,
            "import": self.choose_files,
            "import_folder": self.choose_folder,
            "form_letters": window.arrivals.open,
            "petition": self.new_petition,
            "backup": self.back_up,
            "restore": self.restore,
            "tour": self._tour,
            "about": self.about,
            "example": self._example,
            "example_anew": window.anew_wanted.emit,
            "quit": window.close,
        }

    def _find(self) -> None:
        page = self._window.navigator.page
        if page is not None:
            page.find_here()

    def _primary(self) -> None:
        page = self._window.navigator.page
        if page is not None:
            page.primary()

    def _pane(self, direction: int) -> None:
        window = self._window
        rail = window.rail.buttons[window.navigator.page_id]
        window.navigator.step_pane(direction, (rail, window.top.hearing))

    def _page_does(self, name: str) -> None:
        """Let the page that is seen do a command, or go to the one that is made for it."""
        page = self._window.navigator.page
        if page is None or name not in page.handlers():
            page = self._window.navigator.go(_DEFAULT_PAGE[name])
        if page is not None and name in page.handlers():
            page.handlers()[name]()

    def _tour(self) -> None:
        hearing = self._session.hearing
        if hearing is not None and hearing.example:
            self._window.start_tour()
        else:
            self._window.switch_wanted.emit(True, "")

    def _example(self) -> None:
        """Go to the example, go on in it, or go back to the office's own hearings."""
        session = self._session
        if not session.example_store:
            self._window.switch_wanted.emit(True, "")
        elif self._window.navigator.page_id == "home":
            self._tour()
        else:
            self._window.switch_wanted.emit(False, "")

    def _new_here(self) -> None:
        page = self._window.navigator.page
        if page is not None and "new_here" in page.handlers():
            page.handlers()["new_here"]()
        else:
            self.new_hearing()

    def new_hearing(self) -> None:
        """Ask the seven questions of a new hearing; never in the example, nor where it could not be kept."""
        session = self._session
        if session.example_store:
            self._window.switch_wanted.emit(False, "new_hearing")
            return
        if session.desk.read_only:
            words = "No hearing can be made here: another window writes to this store, or its disk is write-protected."
            session.notice("warn", words)
            return
        from frhearing.ui.dialogs.new_hearing import NewHearingDialog

        NewHearingDialog(self._session, self._window).open_over()

    def open_palette(self) -> None:
        """Open the field that finds commands, comments, people and themes."""
        from frhearing.ui.shell.palette import Palette

        Palette(self._session, self._window.commands, self._window).open_over()

    def open_keys(self) -> None:
        """Show all keys."""
        from frhearing.ui.shell.key_card import KeyCard

        KeyCard(self._window).open_over()

    def open_help(self) -> None:
        """Show the pages of help, the one for this workspace first."""
        from frhearing.ui.shell.help_pages import HelpPages

        pages = HelpPages(self._window, self._window.navigator.page_id)
        pages.keys.clicked.connect(pages.accept)
        pages.keys.clicked.connect(self.open_keys)
        pages.open_over()

    def choose_files(self) -> None:
        """Ask for files to import."""
        if not self._may_import():
            return
        from PySide6.QtWidgets import QFileDialog

        names, _kind = QFileDialog.getOpenFileNames(
            self._window,
            "Import comments",
            "",
            "All files (*);;Tables (*.csv *.tsv *.xlsx *.xls *.ods *.json);;E-mail (*.eml *.mbox *.msg);;"
            "Letters (*.docx *.odt *.rtf *.pdf *.txt *.md);;Transcripts (*.vtt *.srt);;Archives (*.zip)",
        )
        if names:
            self.import_files([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder whose files are to be imported."""
        if not self._may_import():
            return
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._window, "Import all files of a folder")
        if name:
            self.import_files([Path(name)])

    def _may_import(self) -> bool:
        """Tell whether comments can be added now; says why not, and what to do."""
        session = self._session
        if session.hearing is None:
            words = "Comments belong to a hearing. Open one first, or make a new one."
            session.notice("info", words, "New hearing…", self.new_hearing)
        elif not session.writable:
            session.notice("warn", "This record is locked or shown only, so nothing can be added to it.")
        return session.writable

    def import_files(self, paths: list[Path]) -> None:
        """Open the import on files; nothing is added before the clerk says so."""
        from frhearing.ui.dialogs.import_dialog import open_import

        open_import(self._session, paths, self._window)

    def new_petition(self) -> None:
        """Ask for a petition: its sponsor, what it asks, its signatures."""
        if self._may_import():
            # Loaded when it is asked for: the window is there sooner without it.
            from frhearing.ui.dialogs.petition_dialog import PetitionDialog

            PetitionDialog(self._session, self._window).open_over()

    def back_up(self) -> None:
        """Make a checked copy of the store in the data folder and say so; the window goes on meanwhile."""
        from frhearing.desk import backups

        session, folder = self._session, self._session.desk.folder

        def copy(_progress: Progress) -> BackupInfo:
            # A connection belongs to its thread: the copy is made through one of its own.
            with open_desk(folder, writing=False) as reader:
                return backups.backup_now(reader)

        def done(made: BackupInfo) -> None:
            words = f"Backed up {counted(made.comments, 'comment')}, compared and found equal: {made.path.name}"
            session.notice("ok", words)

        session.background.run(copy, done, session.tell)

    def restore(self) -> None:
        """Show the backups of this folder; the store that is replaced is kept."""
        from frhearing.ui.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(self._session, self._window)
        dialog.chosen.connect(self._window.restore_wanted)
        dialog.open_over()

    def about(self) -> None:
        """Say what this is, which version, and whose work it stands on."""
        from frhearing.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).open_over()
