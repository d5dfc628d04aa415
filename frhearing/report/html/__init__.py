"""Writes a document as one HTML file that needs nothing beside it: no script, no font, no picture from elsewhere."""

from frhearing.report.html.page import write_html

__all__ = ["write_html"]
