"""Twelve short pages of help, shipped with the program: at the left their titles, at the right the page."""

import re
from html import escape
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QListWidget, QTextBrowser, QWidget

from frhearing.paths import resource
from frhearing.ui.actions import key_words
from frhearing.ui.command_table import COMMANDS
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.theme import set_size, theme
from frhearing.ui.widgets import IconButton, PlainButton, label, row

PAGES: Final = (
    "first-hearing", "set-up", "sign-in", "clock", "public-screen", "written", "tagging", "letters", "counts",
    "summary", "record", "words",
)  # fmt: skip
"""The pages in their order, by the names of their files."""

FOR_WORKSPACE: Final = {
    "setup": "set-up", "live": "clock", "comments": "tagging", "analysis": "counts", "report": "summary",
    "record": "record",
}  # fmt: skip
"""The page that is shown first, by the workspace one asks from."""

_KEYS: Final = {command.id: command.keys for command in COMMANDS}
_KEY: Final = re.compile(r"<key>(\w+)</key>")
_TITLE: Final = re.compile(r"<h1>(.*?)</h1>")


def page_source(name: str) -> str:
    """Return a page as written, with the names of commands where their keys will stand."""
    return resource("help", "pages", f"{name}.html").read_text(encoding="utf-8")


def page_title(name: str) -> str:
    """Return the heading of a page."""
    found = _TITLE.search(page_source(name))
    return found[1] if found else name


def page_html(name: str) -> str:
    """Return a page with the keys as they are set in the table of commands. Raises KeyError for an unknown command."""
    back, ink = theme.color("surface2").name(), theme.color("text").name()

    def cap(found: re.Match[str]) -> str:
        keys = escape(key_words(_KEYS[found[1]][0]))
        return f'<span style="background:{back};color:{ink};font-weight:600;">&nbsp;{keys}&nbsp;</span>'

    return _KEY.sub(cap, page_source(name))


class HelpPages(Overlay):
    """The pages of help over the window; a click on a link leads to another page, Escape puts them away."""

    def __init__(self, window: QWidget, workspace: str = "") -> None:
        super().__init__(window, "Help", width=1000)
        self.titles = QListWidget()
        self.titles.setAccessibleName("Pages of help")
        self.titles.addItems([page_title(name) for name in PAGES])
        self.titles.setSpacing(theme.px(4))
        self.text = QTextBrowser()
        self.text.setAccessibleName("The page")
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        ink, link = theme.color("text").name(), theme.color("accent_text").name()
        self.text.document().setDefaultStyleSheet(
            f"body {{color:{ink};}} a {{color:{link};}} h1 {{font-size:large; font-weight:700;}}"
            "p, li {line-height:140%; margin-bottom:8px;}"
        )
        set_size(self.titles, width=280)
        set_size(self.text, min_height=460)
        self.keys = PlainButton("All keys", "keyboard")
        close = IconButton("x", "Close")
        close.clicked.connect(self.reject)
        self.body.addLayout(row(label("Help", "h2"), None, self.keys, close))
        self.body.addLayout(row(self.titles, (self.text, 1), gap=16))
        self.titles.currentRowChanged.connect(self._show)
        self.text.anchorClicked.connect(self._follow)
        self.titles.setCurrentRow(PAGES.index(FOR_WORKSPACE.get(workspace, PAGES[0])))

    def first_stop(self) -> QWidget | None:
        """Begin in the list of pages."""
        return self.titles

    def _show(self, place: int) -> None:
        self.text.setHtml(f"<body>{page_html(PAGES[place])}</body>")

    def _follow(self, link: QUrl) -> None:
        self.titles.setCurrentRow(PAGES.index(link.fileName().removesuffix(".html")))
