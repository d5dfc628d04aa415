"""Forms for one theme and for one stakeholder group."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from frhearing.desk import codebook
from frhearing.model.change import Change
from frhearing.model.theme import Group, Theme
from frhearing.ui.dialogs.form_dialog import FormDialog, line_field, words_of
from frhearing.ui.session import Session
from frhearing.ui.widgets import FieldRow


class ThemeDialog(FormDialog):
    """A theme's name, when to use it and when not, and the theme it stands under."""

    def __init__(self, session: Session, window: QWidget, theme: Theme | None, themes: Sequence[Theme]) -> None:
        super().__init__(window, "Theme" if theme else "New theme")
        self._session, self._theme = session, theme
        self.name = line_field("Name", theme.name if theme else "")
        self.definition = line_field(
            "Use when … Not when …", theme.definition if theme else "", "Printed with the counts.", lines=3
        )
        self.parent_box = QComboBox()
        self.parent_box.addItem("Nothing, it stands at the top", None)
        for other in themes:
            if theme is None or other.id != theme.id:
                self.parent_box.addItem(other.name, other.id)
        if theme and theme.parent_id:
            self.parent_box.setCurrentIndex(max(0, self.parent_box.findData(theme.parent_id)))
        for line in (self.name, self.definition, FieldRow("Stands under", self.parent_box)):
            self.body.addWidget(line)
        self.remove_button.setVisible(theme is not None)
        self.remove_button.clicked.connect(self._remove)
        self.add_buttons()
        self.save_button.setEnabled(session.writable)

    def accept(self) -> None:
        """Save the theme and close."""
        if self.attempt(self.name, self._save):
            super().accept()

    def _save(self) -> None:
        desk, hearing_id = self._session.desk, self._session.hearing_id
        name, definition = words_of(self.name), words_of(self.definition)
        above = self.parent_box.currentData()
        change: Change
        if self._theme is not None:
            change = codebook.update_theme(desk, self._theme.id, name=name, definition=definition, parent_id=above)
        elif hearing_id is not None:
            _made, change = codebook.add_theme(desk, hearing_id, name, definition, above)
        else:
            return
        self._session.take(change)

    def _remove(self) -> None:
        theme = self._theme
        if theme and self.attempt(
            self.name, lambda: self._session.take(codebook.retire_theme(self._session.desk, theme.id))
        ):
            self.reject()


class GroupDialog(FormDialog):
    """A group's name and who belongs to it."""

    def __init__(self, session: Session, window: QWidget, group: Group | None) -> None:
        super().__init__(window, "Stakeholder group" if group else "New stakeholder group")
        self._session, self._group = session, group
        self.name = line_field("Name", group.name if group else "")
        self.hint = line_field("Who belongs to it", group.hint if group else "")
        self.body.addWidget(self.name)
        self.body.addWidget(self.hint)
        self.remove_button.setVisible(group is not None)
        self.remove_button.clicked.connect(self._remove)
        self.add_buttons()
        self.save_button.setEnabled(session.writable)

    def accept(self) -> None:
        """Save the group and close."""
        if self.attempt(self.name, self._save):
            super().accept()

    def _save(self) -> None:
        desk, name, hint = self._session.desk, words_of(self.name), words_of(self.hint)
        if self._group is not None:
            change = codebook.rename_group(desk, self._group.id, name, hint)
        else:
            _made, change = codebook.add_group(desk, name, hint)
        self._session.take(change)

    def _remove(self) -> None:
        group = self._group
        if group and self.attempt(
            self.name, lambda: self._session.take(codebook.retire_group(self._session.desk, group.id))
        ):
            self.reject()
