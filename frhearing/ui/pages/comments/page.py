"""The Comments page: joins list, text, tags, editor and commands."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedLayout, QWidget

from frhearing.model.change import Change
from frhearing.model.filter import CommentFilter
from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.page import Page
from frhearing.ui.pages.comments.editing import Editing
from frhearing.ui.pages.comments.editor import CommentEditor
from frhearing.ui.pages.comments.empty_page import EmptyPage
from frhearing.ui.pages.comments.keys import Keys
from frhearing.ui.pages.comments.list_control import ListControl
from frhearing.ui.pages.comments.listing import Listing
from frhearing.ui.pages.comments.more_menu import MoreMenu, open_file
from frhearing.ui.pages.comments.pasting import Pasting
from frhearing.ui.pages.comments.quote_keys import QuoteKeys
from frhearing.ui.pages.comments.quoter import Quoter
from frhearing.ui.pages.comments.selection import Selection
from frhearing.ui.pages.comments.workspace import Workspace
from frhearing.ui.pages.comments.writer import Writer
from frhearing.ui.session import Session
from frhearing.ui.widgets import announce
