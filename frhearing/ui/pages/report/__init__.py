"""Report: contents, options, the real PDF as it will be printed, and the checks before printing."""

from frhearing.ui.pages.report.page import ReportPage

__all__ = ["ReportPage"]
