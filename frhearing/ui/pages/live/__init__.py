"""Live: the working screen of a hearing that is held, or the finished hearing to be read."""

from frhearing.ui.pages.live.page import LivePage

__all__ = ["LivePage"]
