"""Live: for now the finished hearing as it was held, to be read; calling speakers comes with its own stage."""

from frhearing.ui.pages.live.page import LivePage

__all__ = ["LivePage"]
