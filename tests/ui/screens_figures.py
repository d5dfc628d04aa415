"""States of Analysis, Report, Record and Live, for tests/screens.py."""

from frhearing.desk import backups
from frhearing.model.errors import DiskFault


def chart_table(window):
    page = window.navigator.go("analysis")
    page.groups.toggle_table()
    page.themes.view.setFocus()


def once_each(window):
    page = window.navigator.go("analysis")
    page.bar.count.choose("written")
    page.bar.letters.choose("once")


def analysis_fault(window):
    page = window.navigator.go("analysis")
    window.session.background.cancel_all()
    page._failed(DiskFault("The disk does not answer."))


def outline(window):
    window.navigator.go("report").side.tabs.setCurrentIndex(1)


def report_fault(window):
    page = window.navigator.go("report")
    page.builder.cancel()
    page.builder.failed.emit(DiskFault("The disk does not answer."))


def with_backups(window):
    backups.backup_now(window.session.desk)
    window.go("record")
    window.navigator.page.soundness.check()


STATES = {
    "analysis-table": chart_table,
    "analysis-once-each": once_each,
    "analysis-fault": analysis_fault,
    "report-outline": outline,
    "report-fault": report_fault,
    "record-backups": with_backups,
}
