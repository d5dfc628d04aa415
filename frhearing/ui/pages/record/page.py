"""The Record page: stage, certification to come, backups, export, soundness, audit log."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QWidget

from frhearing.desk import backups, hearings
from frhearing.desk.completeness import completeness
from frhearing.model.backup import BackupInfo
from frhearing.model.change import Change
from frhearing.model.check import Check
from frhearing.model.hearing import HearingStatus
from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.jumps import jump
from frhearing.ui.page import Page
from frhearing.ui.pages.record.audit_card import AuditCard
from frhearing.ui.pages.record.backups_card import BackupsCard
from frhearing.ui.pages.record.certify_card import CertifyCard
from frhearing.ui.pages.record.export_card import ExportCard
from frhearing.ui.pages.record.soundness_card import SoundnessCard
from frhearing.ui.pages.record.stage_line import StageLine
from frhearing.ui.session import Notice, Session
from frhearing.ui.widgets import Card, column, row, scroll


class RecordPage(Page):
    """Keeps the record: nothing here is computed on the window's thread."""

    page_id, title, icon = "record", "Record", "shield-check"

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(session, commands, parent)
        self._stale = True
        self.stages = StageLine()
        self.certify = CertifyCard()
        self.backups = BackupsCard()
        self.export = ExportCard(session)
        self.soundness = SoundnessCard(session)
        self.audit = AuditCard(session)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._left, self._right = column(gap=10), column(gap=10)
        self._cards = row(self._left, self._right, gap=12)
        content = QWidget()
        content.setLayout(column(Card(self.stages), (self._cards, 1), margins=(14, 12, 14, 14), gap=10))
        self.setLayout(column((scroll(content, "Record"), 1), gap=0))
        self._arrange(two=True)

    def _connect(self) -> None:
        session = self.session
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self._read)
        session.changed.connect(self._changed)
        session.noticed.connect(self._noticed)
        self.certify.jumped.connect(lambda place: jump(session, place))
        self.certify.status_wanted.connect(self._set_status)
        self.backups.made.connect(self.commands.action("backup").trigger)
        self.backups.restored.connect(self.commands.action("restore").trigger)
        self.backups.folder_opened.connect(self._open_folder)

    def show_hearing(self, session: Session) -> None:
        """Show the record of the open hearing."""
        hearing = session.hearing
        if hearing is not None:
            self.stages.show_status(hearing.status)
            self.certify.show_status(hearing.status, session.writable)
        self._read()
        self.audit.read()

    def primary(self) -> None:
        """Make a backup: the one thing that can never be wrong here."""
        self.backups.now.click()

    def key_hints(self) -> Sequence[KeyHint]:
        """Give the keys that work here and now."""
        return self.commands.hints(("export", "backup", "find", "next_pane"))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the commands that are done here."""
        return {"export": lambda: self.export.ask("exact")}

    def find_here(self) -> None:
        """Put the caret into the field that searches the log."""
        self.audit.field.setFocus()
        self.audit.field.selectAll()

    def panes(self) -> Sequence[QWidget]:
        """Give the stops of F6: backups, export, soundness, log."""
        return (self.backups.now, self.export.buttons["exact"], self.soundness.now, self.audit.table)

    def reflow(self, width: int) -> None:
        """Stand the log below the other cards under 1100 design pixels."""
        self._arrange(two=width >= 1100)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._read()
            self.audit.read()

    def _arrange(self, *, two: bool) -> None:
        for card in (self.certify, self.backups, self.export, self.soundness):
            self._left.addWidget(card)
        (self._right if two else self._left).addWidget(self.audit)
        for side in (self._left, self._right):
            for place in range(side.count()):
                item = side.itemAt(place)
                side.setStretch(place, int(item is not None and item.widget() is self.audit))
        self._cards.setStretch(0, 2)
        self._cards.setStretch(1, 3 if two else 0)

    def _changed(self, change: Change) -> None:
        self._stale = True
        if self.isVisible():
            self.audit.read_soon()
            if change.hearing_id in (None, self.session.hearing_id):
                self._timer.start()

    def _noticed(self, notice: Notice) -> None:
        """Look for new backups when something is said to be done: a backup may have been made."""
        if self.isVisible() and notice.level == "ok":
            self._read_backups()

    def _read(self) -> None:
        """Let the other thread look at the hearing and at the backups."""
        self._stale = False
        desk, hearing = self.session.desk, self.session.hearing
        if hearing is not None:
            self.session.background.run(
                lambda _progress: completeness(desk, hearing.id), self._checked, self.session.tell
            )
        self._read_backups()

    def _checked(self, checks: list[Check]) -> None:
        hearing = self.session.hearing
        self.certify.show_checks(checks)
        if hearing is not None:
            self.stages.show_status(hearing.status)
            self.certify.show_status(hearing.status, self.session.writable)

    def _read_backups(self) -> None:
        folder = self.session.desk.folder

        def look(_progress: object) -> list[BackupInfo]:
            return backups.list_backups(folder)

        def fault(error: Exception) -> None:
            self.backups.say(f"The backups could not be read. The store itself is as it was. {error}")

        self.session.background.run(look, self.backups.show_backups, fault)

    def _set_status(self, status: HearingStatus) -> None:
        desk, hearing = self.session.desk, self.session.hearing
        if hearing is not None:
            self.session.write(lambda: hearings.set_status(desk, hearing.id, status))

    def _open_folder(self) -> None:
        folder = self.session.desk.files.backups
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.session.notice("info", f"The backups lie in {folder}.")
