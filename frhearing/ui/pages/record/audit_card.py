"""The audit log on its card: find, narrow to this hearing, open the comment a line is about."""

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from frhearing.desk import records, testimony
from frhearing.model.backup import AuditLine
from frhearing.model.errors import ClerkError
from frhearing.ui.pages.record.audit_model import LINE_ROLE, PAGE, AuditModel
from frhearing.ui.session import Session
from frhearing.ui.theme import set_size, theme
from frhearing.ui.widgets import Card, FlowRow, SearchField, label
from frhearing.ui.widgets.cells import CellDelegate
from frhearing.ui.widgets.segments import Segments

_WIDTHS = (188, 96, 156)


class AuditCard(Card):
    """Who changed what, when and why; read in pages on the other thread, never edited."""

    def __init__(self, session: Session) -> None:
        super().__init__(gap=8)
        self.setAccessibleName("Audit log")
        self._session = session
        self._wanted = 0
        self.model = AuditModel(self)
        self.field = SearchField("Find in the log", pause=250)
        set_size(self.field, width=180)
        self.which = Segments("Show", (("all", "Whole store"), ("hearing", "This hearing")))
        head = FlowRow(gap=12)
        head.add(label("Audit log", "h3"), self.which, self.field)
        self.table = _table(self.model)
        self.state = label("", "secondary", wrap=True)
        self.body.addWidget(head)
        self.body.addWidget(label("Who changed what, when, and why. It cannot be edited.", "caption", wrap=True))
        self.body.addWidget(self.state)
        self.body.addWidget(self.table, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(300)
        self._timer.timeout.connect(self.read)
        self.model.more_wanted.connect(self._read_page)
        self.field.settled.connect(lambda _text: self.read())
        self.field.left.connect(self.table.setFocus)
        self.which.chosen.connect(lambda _code: self.read())
        self.table.activated.connect(self._open)
        theme.changed.connect(self._fit)
        self._fit()

    def read(self) -> None:
        """Read the log anew from its end."""
        self.model.start()

    def read_soon(self) -> None:
        """Read the log anew once writing has paused."""
        self._timer.start()

    def _read_page(self, before: int) -> None:
        session, text = self._session, self.field.text()
        desk = session.desk
        hearing = session.hearing_id if self.which.code == "hearing" else None
        if not before:
            self._wanted += 1
        asked = self._wanted

        def take(lines: list[AuditLine]) -> None:
            # What was asked for before the last change of the words is out of date.
            if asked == self._wanted:
                self.model.take(lines, first=not before)
                self._say(text)

        session.background.run(
            lambda _progress: records.audit_log(desk, hearing, text, PAGE, before or None), take, self._failed
        )

    def _say(self, text: str) -> None:
        nothing = "Nothing in the log has these words." if text.strip() else "Nothing has been changed yet."
        self.state.setText(nothing)
        self.state.setVisible(self.model.rowCount() == 0)

    def _failed(self, error: Exception) -> None:
        self.model.give_up()
        self.state.setText(f"The log could not be read. Nothing in it was lost. {error}")
        self.state.show()

    def _open(self, index: QModelIndex) -> None:
        """Go to the comment that the line is about, if there is one in this hearing."""
        line: AuditLine = index.data(LINE_ROLE)
        if line.comment_id is None:
            return
        try:
            found = testimony.get_comment(self._session.desk, line.comment_id)
        except ClerkError as error:
            self._session.tell(error)
            return
        if found.hearing_id == self._session.hearing_id:
            self._session.asked.emit("comments", found.id)
        else:
            self._session.notice("info", f"No. {found.number} belongs to another hearing. Open that one first.")

    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(theme.px(30))
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, theme.px(width))
        set_size(self.table, min_height=190)


class _Lines(QTableView):
    """Chooses a line when it gets the focus, so that it is seen where the keys go."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the current line, or the first, where none is chosen."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectRow(max(self.currentIndex().row(), 0))


def _table(model: AuditModel) -> QTableView:
    table = _Lines()
    table.setModel(model)
    table.setAccessibleName("Audit log")
    table.setItemDelegate(CellDelegate(table))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    return table
