"""What the comment is about: themes on the number keys, all others by name."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frhearing.model.theme import Theme
from frhearing.ui.tables.plain import plain
from frhearing.ui.widgets import KeyCap, QuietButton, clear, column, label, row
from frhearing.ui.widgets.choices import ThemeRow
from frhearing.ui.widgets.pick_list import Choice, PickList


class ThemesBox(QWidget):
    """Themes as lines with key, name and count. ``toggled`` carries a theme's id, ``made`` a new one's name."""

    toggled = Signal(int)
    made = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes: tuple[Theme, ...] = ()
        self._counts: Mapping[int, int] = {}
        self._on: frozenset[int] = frozenset()
        self._rows: dict[int, ThemeRow] = {}
        self.other = QuietButton("Other…", "plus", name="Any theme, key T")
        self.none = label("No themes yet. Press T to name the first.", "caption", wrap=True)
        self._lines = column(gap=0)
        self.setLayout(
            column(
                row(label("Themes", "field"), KeyCap("1–9"), None, self.other, gap=6),
                self.none,
                self._lines,
                gap=2,
            )
        )
        self.other.clicked.connect(self.pick_theme)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in the order in which it stands."""
        return (self.other, *self._rows.values())

    def show_themes(self, themes: Sequence[Theme]) -> None:
        """Take the hearing's themes in their order."""
        if tuple(themes) != self._themes:
            self._themes = tuple(themes)
            self._lay_out(force=True)

    def show_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many comments carry each theme."""
        self._counts = counts
        for theme_id, line in self._rows.items():
            line.show_count(counts.get(theme_id, 0))

    def show_on(self, on: Sequence[int]) -> None:
        """Tick the themes of the comment, or those that all selected comments carry."""
        self._on = frozenset(on)
        self._lay_out()

    def at_key(self, key: int) -> int | None:
        """Return the id of the theme on a number key, or None."""
        return next((theme.id for theme in self._themes if theme.key == key), None)

    def pick_theme(self) -> None:
        """Open the list of all themes, to type and choose."""
        choices = [
            Choice(theme.id, plain(theme.name), str(theme.key or ""), theme.id in self._on) for theme in self._themes
        ]
        pick = PickList(
            self.other, "Type to find a theme", choices, new_words=lambda typed: f"Add “{typed}” as a new theme"
        )
        pick.picked.connect(self.toggled)
        pick.made.connect(self.made)
        pick.open()

    def _lay_out(self, *, force: bool = False) -> None:
        """Show the themes on keys, and those without a key that are on; make lines only when they change."""
        shown = [theme for theme in self._themes if theme.key or theme.id in self._on]
        if force or [theme.id for theme in shown] != list(self._rows):
            clear(self._lines)
            self._rows = {theme.id: self._line(theme) for theme in shown}
            for line in self._rows.values():
                self._lines.addWidget(line)
        for theme_id, line in self._rows.items():
            line.setChecked(theme_id in self._on)
        self.none.setVisible(not self._themes)

    def _line(self, theme: Theme) -> ThemeRow:
        depth = 1 if theme.parent_id is not None else 0
        key = str(theme.key) if theme.key else ""
        line = ThemeRow(plain(theme.name), key, self._counts.get(theme.id, 0), depth)
        line.setToolTip(plain(theme.definition) or plain(theme.name))
        line.clicked.connect(lambda _checked=False, chosen=theme.id: self._pressed(chosen))
        return line

    def _pressed(self, theme_id: int) -> None:
        """Ask for the change; the tick follows when it is saved, not before."""
        self._rows[theme_id].setChecked(theme_id in self._on)
        self.toggled.emit(theme_id)
