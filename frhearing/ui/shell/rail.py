"""The rail at the left: Home and the six workspaces in the order of the work."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from frhearing.ui.actions import Commands, key_words
from frhearing.ui.command_table import COMMANDS
from frhearing.ui.pages import PAGES
from frhearing.ui.theme import set_icon, set_size, set_spacing
from frhearing.ui.widgets import column
from frhearing.ui.widgets.enter import EnterToolButton

_KEYS = {command.id: command.keys for command in COMMANDS}


class Rail(QFrame):
    """Buttons with icon and word, or icons alone where the window is narrow; ``chosen`` tells the page."""

    chosen = Signal(str)

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName("Workspaces")
        self.buttons: dict[str, QToolButton] = {}
        self._column = column(gap=3)
        for entry in PAGES:
            button = self._button(entry.title, entry.icon, checkable=True)
            keys = key_words(_KEYS[f"go_{entry.page_id}"][0])
            button.setToolTip(f"{entry.title} ({keys})")
            button.setAccessibleName(f"{entry.title} workspace, {keys}")
            # No QButtonGroup: it would take Tab away from all buttons but one.
            button.clicked.connect(partial(self._tell, entry.page_id))
            self.buttons[entry.page_id] = button
            self._column.addWidget(button)
        self._column.addStretch(1)
        self.display = self._button("Display", "contrast")
        self.display.setAccessibleName("Display: colors, text size, keys")
        self.help = self._button("Help", "circle-help")
        self.help.setAccessibleName("Help: short pages, and all keys")
        self.help.clicked.connect(commands.action("help").trigger)
        self._column.addWidget(self.display)
        self._column.addWidget(self.help)
        self.setLayout(self._column)
        self.fit(narrow=False, low=False)

    def _button(self, text: str, icon: str, *, checkable: bool = False) -> QToolButton:
        button = EnterToolButton()
        button.setText(text)
        button.setProperty("kind", "rail")
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(button, icon, "rail_text", 22, checked="rail_text_on" if checkable else "")
        return button

    def _tell(self, page_id: str) -> None:
        self.show_page(page_id)
        self.chosen.emit(page_id)

    def show_page(self, page_id: str) -> None:
        """Mark the button of the page that is shown."""
        for name, button in self.buttons.items():
            button.setChecked(name == page_id)

    def fit(self, *, narrow: bool, low: bool) -> None:
        """Show icons alone where the window is narrow, and leave Display and Help to the menus where it is low."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        tight = narrow and low
        set_size(self, width=52 if narrow else 80)
        set_spacing(self._column, (5, 8, 5, 6) if narrow else (6, 10, 6, 8), 1 if tight else 3)
        for button in (*self.buttons.values(), self.display, self.help):
            button.setToolButtonStyle(style)
            if narrow:
                set_size(button, width=42, height=34 if tight else 42)
            else:
                set_size(button, width=68, height=56)
        self.display.setVisible(not tight)
        self.help.setVisible(not tight)
