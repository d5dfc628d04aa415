"""The side pane of a wide window: saved views, positions and groups, each with its count."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QWidget

from frhearing.model.facets import Facets
from frhearing.model.filter import NO_GROUP, NOT_TAGGED, CommentFilter, SavedView
from frhearing.model.theme import Group
from frhearing.ui.pages.comments.filter_words import same_view, toggled, toggled_id
from frhearing.ui.pages.comments.side_row import SideRow, tick
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import STANCE_WORDS, set_size
from frhearing.ui.widgets import QuietButton, clear, column, label, row, rule, scroll

WIDTH = 214
_ICONS = {
    "All comments": "inbox",
    "To tag": "circle-dot",
    "Needs review": "flag",
    "With key quotes": "quote",
    "Spoken": "mic",
    "Outside the tally": "circle-slash",
}


def view_count(view: SavedView, facets: Facets) -> int | None:
    """Return how many comments a view shows where the counters know it, else None."""
    shown = view.filter
    if same_view(shown, CommentFilter()):
        return facets.total
    if same_view(shown, CommentFilter(stances=(NOT_TAGGED,))):
        return facets.to_tag
    if same_view(shown, CommentFilter(flagged=True)):
        return facets.flagged
    if same_view(shown, CommentFilter(with_quotes=True)):
        return facets.with_quotes
    if same_view(shown, CommentFilter(spoken=True)):
        return sum(facets.channels.get(channel, 0) for channel in ("in_person", "remote"))
    if same_view(shown, CommentFilter(counted=False)):
        return facets.total - facets.tallied
    return None


class ViewsPane(QFrame):
    """Ways to look at the list. ``filter_asked`` carries the filter, ``save_asked`` asks for a name."""

    filter_asked = Signal(object)
    save_asked = Signal()
    remove_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane_left")
        self.setAccessibleName("Views and filters")
        set_size(self, width=WIDTH)
        self._shown = CommentFilter()
        self._views: tuple[SavedView, ...] = ()
        self._groups: tuple[Group, ...] = ()
        self._view_rows: list[SideRow] = []
        self._stance_rows: dict[str, SideRow] = {}
        self._group_rows: dict[int, SideRow] = {}
        self.save = QuietButton("Save this view…", "star")
        self.save.clicked.connect(self.save_asked)
        self._view_lines = column(gap=1)
        self._group_lines = column(gap=1)
        content = QWidget()
        content.setLayout(
            column(
                label("Saved views", "field"),
                self._view_lines,
                row(self.save, None),
                rule(),
                4,
                label("Position", "field"),
                self._stances(),
                6,
                label("Group", "field"),
                self._group_lines,
                None,
                margins=(10, 12, 8, 12),
                gap=4,
            )
        )
        self.setLayout(column((scroll(content, "Views and filters"), 1)))

    def _stances(self) -> QBoxLayout:
        lines = column(gap=1)
        for code, words in STANCE_WORDS.items():
            line = SideRow(words, code, 0)
            line.clicked.connect(lambda _on=False, chosen=code: self._stance(chosen))
            self._stance_rows[code] = line
            lines.addWidget(line)
        return lines

    def show_views(self, views: Sequence[SavedView]) -> None:
        """Show the built-in views and those of the office."""
        if tuple(views) == self._views:
            return
        self._views = tuple(views)
        clear(self._view_lines)
        self._view_rows = []
        for view in views:
            line = SideRow(plain(view.name), _ICONS.get(view.name, "star") if not view.id else "star")
            line.clicked.connect(lambda _on=False, chosen=view: self.filter_asked.emit(chosen.filter))
            if view.id:
                line.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                line.customContextMenuRequested.connect(lambda at, chosen=view, of=line: self._menu(chosen, of, at))
            self._view_rows.append(line)
            self._view_lines.addWidget(line)

    def first_stop(self) -> QWidget:
        """Give the widget that F6 stops at: the view one is in, or the first."""
        lines: list[QWidget] = [*self._view_rows, self.save]
        return next((line for line in self._view_rows if line.isChecked()), lines[0])

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Take the office's groups; those with comments are shown."""
        self._groups = tuple(groups)
        clear(self._group_lines)
        self._group_rows = {}
        for group_id, name in [(g.id, plain(g.name)) for g in groups] + [(NO_GROUP, "No group")]:
            line = SideRow(name, "users", 0)
            line.clicked.connect(lambda _on=False, chosen=group_id: self._group(chosen))
            line.hide()
            self._group_rows[group_id] = line
            self._group_lines.addWidget(line)

    def show_state(self, shown: CommentFilter, facets: Facets) -> None:
        """Tick what the list is narrowed by, and show the counts."""
        self._shown = shown
        for view, line in zip(self._views, self._view_rows, strict=True):
            line.show_count(view_count(view, facets))
            tick(line, same_view(view.filter, shown))
        for code, line in self._stance_rows.items():
            line.show_count(facets.stances.get(code, 0))
            tick(line, code in shown.stances)
        for group, line in self._group_rows.items():
            count = facets.groups.get(group, 0)
            line.show_count(count)
            line.setVisible(bool(count) or group in shown.groups)
            tick(line, group in shown.groups)
        known = any(same_view(view.filter, shown) for view in self._views)
        self.save.setVisible(not known)

    def _stance(self, code: str) -> None:
        self.filter_asked.emit(self._shown.but(stances=toggled(self._shown.stances, code)))

    def _group(self, group: int) -> None:
        self.filter_asked.emit(self._shown.but(groups=toggled_id(self._shown.groups, group)))

    def _menu(self, view: SavedView, line: SideRow, at: QPoint) -> None:
        """Offer to take a view of the office off the list."""
        menu = QMenu(line)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Remove this view").triggered.connect(lambda: self.remove_asked.emit(view.id))
        menu.popup(line.mapToGlobal(at))
