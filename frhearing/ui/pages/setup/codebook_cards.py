"""What comments are tagged with: the hearing's themes with their keys, and the office's groups."""

from frhearing.desk import codebook
from frhearing.model.hearing import Hearing
from frhearing.model.theme import Theme
from frhearing.ui.dialogs.code_dialog import GroupDialog, ThemeDialog
from frhearing.ui.pages.setup.ordered_list import Entry, OrderedList
from frhearing.ui.session import Session
from frhearing.ui.widgets import Card, QuietButton, label


def depth(theme: Theme, parents: dict[int, int | None]) -> int:
    """Give how many themes stand above this one in the tree."""
    steps, above = 0, theme.parent_id
    while above is not None and steps < 9:
        steps, above = steps + 1, parents.get(above)
    return steps


def place_among(ids: list[int], moved: int, row: int) -> int:
    """Give the place, counted from 1, that a row moved to ``row`` takes among ``ids``."""
    rest = [found for found in ids if found != moved]
    return min(row, len(rest)) + 1


class ThemesCard(Card):
    """The themes: the first nine at the top have the keys 1–9, and the keys do not move by themselves."""

    def __init__(self, session: Session) -> None:
        self.add = QuietButton("Add", "plus", name="Add a theme")
        super().__init__(title="Themes", beside=(self.add,), gap=6)
        self._session = session
        self._themes: list[Theme] = []
        self.list = OrderedList("Themes")
        self.none = label("None yet. Add the first, or let them grow while you tag.", "caption", wrap=True)
        self.body.addWidget(label("The first nine get the keys 1–9", "caption", wrap=True))
        self.body.addWidget(self.none)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.add.clicked.connect(self._add)
        self.list.opened.connect(self._open)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)

    def show_hearing(self, hearing: Hearing) -> None:
        """Show a hearing's themes."""
        self._themes = codebook.list_themes(self._session.desk, hearing.id)
        parents = {theme.id: theme.parent_id for theme in self._themes}
        entries = [
            Entry(
                theme.id,
                theme.name,
                str(theme.key or ""),
                depth(theme, parents),
                f"{theme.comments:,}" if theme.comments else "",
            )
            for theme in self._themes
        ]
        self.list.show_entries(entries)
        self.none.setVisible(not entries)
        self.list.setVisible(bool(entries))
        self.add.setEnabled(self._session.writable)
        self.list.setDragEnabled(self._session.writable)

    def _add(self) -> None:
        ThemeDialog(self._session, self.window(), None, self._themes).open_over()

    def _open(self, theme_id: int) -> None:
        theme = next((theme for theme in self._themes if theme.id == theme_id), None)
        if theme is not None:
            ThemeDialog(self._session, self.window(), theme, self._themes).open_over()

    def _move(self, theme_id: int, row: int) -> None:
        """Move a theme among its siblings, past the one that stands at the row."""
        theme = next(theme for theme in self._themes if theme.id == theme_id)
        siblings = [other.id for other in self._themes if other.parent_id == theme.parent_id]
        now = next(place for place, other in enumerate(self._themes) if other.id == theme_id)
        passed = self._themes[min(row, now) : max(row, now) + 1]
        steps = sum(1 for other in passed if other.parent_id == theme.parent_id) - 1
        place = siblings.index(theme_id) + (max(steps, 1) if row > now else -max(steps, 1))
        place = min(max(place, 0), len(siblings) - 1)
        self._session.write(lambda: codebook.move_theme(self._session.desk, theme_id, place + 1))

    def _remove(self, theme_id: int) -> None:
        self._session.write(lambda: codebook.retire_theme(self._session.desk, theme_id))


class GroupsCard(Card):
    """The stakeholder groups of the office, in the order in which charts and tables show them."""

    def __init__(self, session: Session) -> None:
        self.add = QuietButton("Add", "plus", name="Add a group")
        super().__init__(title="Stakeholder groups", beside=(self.add,), gap=6)
        self._session = session
        self.list = OrderedList("Stakeholder groups")
        self.body.addWidget(label("The office's own list, for all hearings", "caption", wrap=True))
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.add.clicked.connect(self._add)
        self.list.opened.connect(self._open)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)

    def show_hearing(self, _hearing: Hearing) -> None:
        """Show the groups."""
        self._groups = codebook.list_groups(self._session.desk)
        self.list.show_entries([Entry(group.id, group.name) for group in self._groups])
        self.add.setEnabled(self._session.writable)
        self.list.setDragEnabled(self._session.writable)

    def _add(self) -> None:
        GroupDialog(self._session, self.window(), None).open_over()

    def _open(self, group_id: int) -> None:
        group = next((group for group in self._groups if group.id == group_id), None)
        GroupDialog(self._session, self.window(), group).open_over()

    def _move(self, group_id: int, row: int) -> None:
        place = place_among(self.list.ids(), group_id, row)
        self._session.write(lambda: codebook.move_group(self._session.desk, group_id, place))

    def _remove(self, group_id: int) -> None:
        self._session.write(lambda: codebook.retire_group(self._session.desk, group_id))
