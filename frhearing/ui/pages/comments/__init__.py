"""The Comments workspace: a list, the text, the tags, and the panes between them."""

from frhearing.ui.pages.comments.page import CommentsPage

__all__ = ["CommentsPage"]
