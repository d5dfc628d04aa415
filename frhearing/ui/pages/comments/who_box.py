"""For whom the comment speaks: the stakeholder group and the organization."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from frhearing.model.comment import Comment
from frhearing.model.filter import NO_GROUP
from frhearing.model.theme import Group
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_size, set_spacing
from frhearing.ui.widgets import KeyCap, label, row
from frhearing.ui.widgets.pick_list import Choice, PickButton, PickList


class WhoBox(QWidget):
    """Group and organization side by side. ``group_chosen`` carries a group's id, ``NO_GROUP`` for none."""

    group_chosen = Signal(int)
    group_made = Signal(str)
    organization_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._group = NO_GROUP
        self._organization = ""
        self.suggested = NO_GROUP
        self.group = PickButton("Group, key G")
        self.organization = QLineEdit()
        self.organization.setPlaceholderText("Organization, if any")
        self.organization.setAccessibleName("Organization")
        self.organization.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_size(self.organization, min_height=30)
        grid = QGridLayout(self)
        set_spacing(grid, (0, 0, 0, 0), 6)
        grid.addLayout(row(label("Group", "field"), KeyCap("G"), None, gap=6), 0, 0)
        grid.addWidget(label("Organization", "field"), 0, 1)
        grid.addWidget(self.group, 1, 0)
        grid.addWidget(self.organization, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.group.clicked.connect(self.pick_group)
        self.organization.editingFinished.connect(self.flush)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Take the office's list of groups."""
        self._groups = tuple(groups)

    def show_comment(self, comment: Comment, suggested: int | None) -> None:
        """Show whose voice this is; a suggested group stands in grey until the clerk takes it."""
        self._group = comment.group_id or NO_GROUP
        self.suggested = (suggested or NO_GROUP) if self._group == NO_GROUP else NO_GROUP
        name = self._name(self.suggested)
        if self.suggested and name:
            self.group.show_words(f"{name}?", hint=True)
            self.group.setToolTip(f"Suggested from earlier comments: {name}. Enter takes it.")
        else:
            self.group.show_words(plain(comment.group) or "Choose…", hint=not comment.group)
        self._organization = comment.organization
        self.organization.setEnabled(True)
        if not (self.organization.hasFocus() and self.organization.text() == comment.organization):
            self.organization.setText(comment.organization)
            self.organization.setCursorPosition(0)

    def show_many(self) -> None:
        """Show that the next choice goes to all selected comments."""
        self._group = self.suggested = NO_GROUP
        self._organization = ""
        self.group.show_words("For all selected…", hint=True)
        self.organization.clear()

    def pick_group(self) -> None:
        """Open the list of groups, to type and choose."""
        choices = [Choice(group.id, plain(group.name), "", group.id == self._group) for group in self._groups]
        if self._group != NO_GROUP:
            choices.append(Choice(NO_GROUP, "No group"))
        pick = PickList(
            self.group, "Type to find a group", choices, new_words=lambda typed: f"Add “{typed}” as a new group"
        )
        pick.picked.connect(self.group_chosen)
        pick.made.connect(self.group_made)
        pick.open()

    def flush(self) -> None:
        """Hand over an organization that was typed but not yet confirmed."""
        typed = self.organization.text().strip()
        if typed != self._organization:
            self._organization = typed
            self.organization_changed.emit(typed)

    def _name(self, group_id: int) -> str:
        return next((plain(group.name) for group in self._groups if group.id == group_id), "")
