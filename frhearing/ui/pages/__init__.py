"""The workspaces in the order of the work, each loaded at its first visit so that the window opens at once."""

from collections.abc import Callable
from typing import Final, NamedTuple

from frhearing.ui.actions import Commands
from frhearing.ui.page import Page
from frhearing.ui.session import Session


def _home(session: Session, commands: Commands) -> Page:
    from frhearing.ui.pages.home import HomePage

    return HomePage(session, commands)


def _setup(session: Session, commands: Commands) -> Page:
    from frhearing.ui.pages.setup import SetupPage

    return SetupPage(session, commands)


def _live(session: Session, commands: Commands) -> Page:
    from frhearing.ui.pages.live import LivePage

    return LivePage(session, commands)


def _comments(session: Session, commands: Commands) -> Page:
    from frhearing.ui.pages.comments import CommentsPage

    return CommentsPage(session, commands)


def _analysis(session: Session, commands: Commands) -> Page:
    from frhearing.ui.pages.analysis import AnalysisPage

    return AnalysisPage(session, commands)


def _report(session: Session, commands: Commands) -> Page:
    from frhearing.ui.pages.report import ReportPage

    return ReportPage(session, commands)


def _record(session: Session, commands: Commands) -> Page:
    from frhearing.ui.pages.record import RecordPage

    return RecordPage(session, commands)


class PageEntry(NamedTuple):
    """One line of the rail: what it shows, what makes its page, and whether it needs an open hearing."""

    page_id: str
    title: str
    icon: str
    make: Callable[[Session, Commands], Page]
    needs_hearing: bool = True


PAGES: Final = (
    PageEntry("home", "Home", "house", _home, needs_hearing=False),
    PageEntry("setup", "Set up", "clipboard-list", _setup),
    PageEntry("live", "Live", "mic", _live),
    PageEntry("comments", "Comments", "messages-square", _comments),
    PageEntry("analysis", "Analysis", "chart-column", _analysis),
    PageEntry("report", "Report", "file-text", _report),
    PageEntry("record", "Record", "shield-check", _record),
)
