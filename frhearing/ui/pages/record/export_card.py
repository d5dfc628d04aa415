"""Takes the record out: exact, for spreadsheets, or as data for other programs."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtWidgets import QFileDialog

from frhearing.desk import exporting
from frhearing.desk.desk import Desk
from frhearing.model.counted import counted
from frhearing.ui.session import Session
from frhearing.ui.widgets import Card, FlowRow, PlainButton, label

_NOTE = "“Exact” keeps every letter. “For spreadsheets” puts an apostrophe before what Excel would take for a formula."


class Form(NamedTuple):
    """One form of the export: the words on its button, the end of its file name, who writes it."""

    words: str
    icon: str
    end: str
    write: Callable[[Desk, int, Path], int]


FORMS: Final[dict[str, Form]] = {
    "exact": Form("Exact (.csv)", "file-down", "csv", exporting.export_csv),
    "spreadsheet": Form(
        "For spreadsheets (.csv)", "table-2", "csv", partial(exporting.export_csv, spreadsheet_safe=True)
    ),
    "json": Form("Data (.json)", "database", "json", exporting.export_json),
}


class ExportCard(Card):
    """Asks where and writes on the other thread; the bar says how many comments were written."""

    def __init__(self, session: Session) -> None:
        super().__init__(title="Export", gap=8)
        self._session = session
        self.buttons: dict[str, PlainButton] = {}
        places = FlowRow(gap=8)
        for code, form in FORMS.items():
            button = PlainButton(form.words, form.icon, name=f"Export: {form.words}")
            button.clicked.connect(lambda _down=False, name=code: self.ask(name))
            self.buttons[code] = button
            places.add(button)
        self.body.addWidget(places)
        self.body.addWidget(label(_NOTE, "caption", wrap=True))

    def ask(self, code: str) -> None:
        """Ask where to write the record in a form, then write it."""
        hearing, form = self._session.hearing, FORMS[code]
        if hearing is None:
            return
        title = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", hearing.title)
        suggested = f"{hearing.date} {' '.join(title.split())[:100]}.{form.end}"
        name, _kind = QFileDialog.getSaveFileName(self, "Export the record", suggested, f"*.{form.end}")
        if name:
            self.write(code, Path(name if name.lower().endswith(form.end) else f"{name}.{form.end}"))

    def write(self, code: str, path: Path) -> None:
        """Write the record to a file in a form."""
        session, form = self._session, FORMS[code]
        desk, hearing = session.desk, session.hearing_id
        if hearing is None:
            return

        def done(written: int) -> None:
            session.notice("ok", f"Exported {counted(written, 'comment')} to {path.name}, in {path.parent}.")

        session.background.run(lambda _progress: form.write(desk, hearing, path), done, session.tell)
