"""The Set up workspace: the hearing, its questions, its rules, what it is tagged with, its dossier."""

from frhearing.ui.pages.setup.page import SetupPage

__all__ = ["SetupPage"]
