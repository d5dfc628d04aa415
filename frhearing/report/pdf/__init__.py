"""Turns a document into a PDF: laid out first, painted after, tagged for everyone (PDF/UA-1, PDF/A-3a)."""

from frhearing.report.pdf.attachments import Attachment
from frhearing.report.pdf.sheet import PageSetup, Paper
from frhearing.report.pdf.write import PdfResult, write_pdf

__all__ = ["Attachment", "PageSetup", "Paper", "PdfResult", "write_pdf"]
