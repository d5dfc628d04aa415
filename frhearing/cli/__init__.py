"""The command line: the same desk without a window, and without Qt."""

from frhearing.cli.commands import main

__all__ = ["main"]
