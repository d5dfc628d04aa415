"""Analysis: what the comments say, in counts with their denominators."""

from frhearing.ui.pages.analysis.page import AnalysisPage

__all__ = ["AnalysisPage"]
