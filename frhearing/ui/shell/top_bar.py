"""The bar at the top: which hearing, how far it is, search or command, when it was saved, undo and redo."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton, QWidget

from frhearing.desk import hearings, naming
from frhearing.model.change import Change
from frhearing.model.errors import ClerkError
from frhearing.ui.actions import Commands
from frhearing.ui.session import Session, clock_words
from frhearing.ui.shell.stage import stage_look
from frhearing.ui.theme import set_icon, set_size, theme
from frhearing.ui.widgets import IconButton, KeyCap, Pill, PlainButton, fill, label, picture, row
from frhearing.ui.widgets.enter import EnterToolButton

_NO_HEARING = "No hearing open"
_MENU = 520
"""Design pixels of a title in the menu of hearings; a longer one is cut, the whole of it is on Home."""
_OTHERS = 760
"""Design pixels that the rail and all parts of a wide bar but the title take up."""


class TopBar(QFrame):
    """Stands over every page; shows the session and reaches the commands used from everywhere."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "top")
        set_size(self, height=46)
        self._session, self._commands = session, commands
        self.hearing = self._switcher()
        self.stage = Pill("", "plain")
        self.sample = label("Example", "caption")
        self.search = self._search_button()
        self._tick = picture("circle-check", "ok_fg", 16)
        self.saved = label("", "caption")
        self.undo = IconButton("undo-2", "Undo")
        self.redo = IconButton("redo-2", "Redo")
        self.undo.clicked.connect(commands.action("undo").trigger)
        self.redo.clicked.connect(commands.action("redo").trigger)
        items = (self.hearing, self.stage, self.sample, None, self.search, 2, self._tick, self.saved)
        bar = row(margins=(10, 0, 10, 0), gap=8)
        fill(bar, (*items, self.undo, self.redo))
        self.setLayout(bar)
        session.hearing_changed.connect(self.refresh)
        session.changed.connect(self._after)
        session.saved.connect(self.show_saved)
        self._wide = self._full = True
        if session.desk.read_only:
            set_icon(self._tick, "lock", "warn_icon", 16)
            self.saved.setText("Read only")
            self._tick.setAccessibleName("Read only: another window is writing")
        self.refresh()

    def _switcher(self) -> QToolButton:
        button = EnterToolButton()
        button.setProperty("kind", "title")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(button, "chevron-down", "text2", 16)
        menu = QMenu(button)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # only the button's arrow stands behind its words
        menu.aboutToShow.connect(self._fill_menu)
        menu.triggered.connect(self._open_chosen)
        button.setMenu(menu)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return button

    def _search_button(self) -> PlainButton:
        button = PlainButton("Search or run a command", "search", name="Search or run a command, Ctrl+K")
        button.setProperty("kind", "search")
        button.setLayout(row(None, KeyCap("Ctrl K"), margins=(0, 0, 7, 0)))
        button.clicked.connect(self._commands.action("palette").trigger)
        return button

    def _fill_menu(self) -> None:
        """List the hearings anew each time: another one may have come."""
        menu = self.hearing.menu()
        menu.clear()
        try:
            cards = hearings.list_hearings(self._session.desk)
        except ClerkError as error:
            self._session.tell(error)
            return
        for card in cards[:10]:
            title = menu.fontMetrics().elidedText(card.title, Qt.TextElideMode.ElideRight, theme.px(_MENU))
            entry = menu.addAction(title.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(card.id == self._session.hearing_id)
            entry.setData(card.id)
        menu.addSeparator()
        for name in ("go_home", "new_hearing"):
            menu.addAction(self._commands.action(name))
        # Once it is shown, so that Enter opens a hearing and the arrows go on from the one that is open.
        first = next((entry for entry in menu.actions() if entry.isChecked()), menu.actions()[0])
        QTimer.singleShot(0, menu, lambda: menu.setActiveAction(first))

    def _open_chosen(self, entry: QAction) -> None:
        if entry.data() is not None:
            self._session.open_hearing(entry.data())

    def refresh(self) -> None:
        """Show the open hearing anew."""
        hearing = self._session.hearing
        title = hearing.title if hearing else _NO_HEARING
        self.hearing.setAccessibleName(f"Hearing: {title}")
        self.hearing.setToolTip(title)
        self.fit(wide=self._wide, full=self._full)
        if hearing:
            self.stage.show_state(*stage_look(hearing.status))
        if self._session.desk.saved_at:
            self.show_saved(self._session.desk.saved_at)
        self._steps()

    def _after(self, _change: Change) -> None:
        self._steps()

    def _steps(self) -> None:
        """Name the steps that undo and redo would take."""
        desk = self._session.desk
        pairs = (("undo", "Undo", desk.undo_step, self.undo), ("redo", "Redo", desk.redo_step, self.redo))
        for name, verb, step, button in pairs:
            words = f"{verb}: {naming.step(step)}" if step else verb
            self._commands.allow(name, step is not None)
            self._commands.action(name).setText(f"&{words.replace('&', '&&')}")
            button.setEnabled(step is not None)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({'Ctrl+Z' if name == 'undo' else 'Ctrl+Shift+Z'})")

    def show_saved(self, utc_text: str) -> None:
        """Say when the last write was saved."""
        if self._session.desk.read_only:
            return
        self.saved.setText(f"Saved {clock_words(utc_text)}")
        self._tick.setToolTip(self.saved.text())
        self._tick.setAccessibleName(self.saved.text())
        self._show_parts()

    def fit(self, *, wide: bool, full: bool) -> None:
        """Make room: ``wide`` shows all words, without ``full`` even the stage gives way."""
        self._wide, self._full = wide, full
        set_size(self.search, width=270 if wide else 190 if full else 146)
        self.search.set_text("Search or run a command" if wide else "Search")
        self.search.setAccessibleName("Search or run a command, Ctrl+K")
        title = self._session.hearing.title if self._session.hearing else _NO_HEARING
        # The style sheet's font of a title: after a change of the text size the button has the one before still.
        metrics = QFontMetrics(theme.font("h3"))
        # What the other parts of the bar leave, and where it is narrow no less than makes a title known.
        room = max(self.window().width() - theme.px(_OTHERS), theme.px(420)) if wide else theme.px(300 if full else 250)
        self.hearing.setText(metrics.elidedText(title, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        self._show_parts()

    def _show_parts(self) -> None:
        hearing = self._session.hearing
        was_saved = bool(self.saved.text())
        self.stage.setVisible(hearing is not None and self._full)
        self.sample.setVisible(hearing is not None and hearing.example and self._wide)
        self._tick.setVisible(was_saved)
        self.saved.setVisible(was_saved and self._wide)
