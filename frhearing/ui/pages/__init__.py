"""The workspaces in the order of the work, each loaded at its first visit so that the window opens at once."""

from importlib import import_module
from typing import Final, NamedTuple

from frhearing.ui.actions import Commands
from frhearing.ui.page import Page
from frhearing.ui.session import Session


class PageEntry(NamedTuple):
    """One line of the rail: what it shows, where its class lives, and whether it needs an open hearing."""

    page_id: str
    title: str
    icon: str
    module: str
    class_name: str
    needs_hearing: bool = True

    def make(self, session: Session, commands: Commands) -> Page:
        """Load the page's module and make the page."""
        page = getattr(import_module(f"frhearing.ui.pages.{self.module}"), self.class_name)(session, commands)
        assert isinstance(page, Page)
        return page


PAGES: Final = (
    PageEntry("home", "Home", "house", "home", "HomePage", needs_hearing=False),
    PageEntry("setup", "Set up", "clipboard-list", "setup", "SetupPage"),
    PageEntry("live", "Live", "mic", "live", "LivePage"),
    PageEntry("comments", "Comments", "messages-square", "comments", "CommentsPage"),
    PageEntry("analysis", "Analysis", "chart-column", "analysis", "AnalysisPage"),
    PageEntry("report", "Report", "file-text", "report", "ReportPage"),
    PageEntry("record", "Record", "shield-check", "record", "RecordPage"),
)
