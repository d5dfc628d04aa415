"""The pages of help: every key they name is set so, every link leads to a page, and the clerk finds them by keys."""

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt, QUrl

from frhearing.ui.actions import key_words
from frhearing.ui.command_table import COMMANDS
from frhearing.ui.shell.help_pages import FOR_WORKSPACE, PAGES, HelpPages, page_html, page_source, page_title


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_and_its_keys_and_links_are_true(dressed, name):
    tree = ElementTree.fromstring(f"<body>{page_source(name)}</body>")
    assert tree[0].tag == "h1"
    assert len(" ".join(tree.itertext()).split()) > 90
    for link in tree.iter("a"):
        assert link.get("href").removesuffix(".html") in PAGES
    known = {command.id: command.keys for command in COMMANDS}
    shown = re.sub(r"<[^>]*>|&nbsp;", " ", page_html(name)).replace("&amp;", "&")
    for key in tree.iter("key"):
        assert key_words(known[key.text][0]) in shown


def test_every_page_is_reached_from_the_first_and_each_workspace_has_one():
    found, ask = set(), [PAGES[0]]
    while ask:
        name = ask.pop()
        if name not in found:
            found.add(name)
            ask += re.findall(r'href="(.*?)\.html"', page_source(name))
    assert found == set(PAGES) >= {*FOR_WORKSPACE.values()}
    assert len(set(map(page_title, PAGES))) == len(PAGES) == 12


def test_the_help_opens_at_the_workspace_and_goes_by_keys_and_links(qtbot, frame):
    frame.go("analysis")
    qtbot.keyClick(frame, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    (pages,) = frame.findChildren(HelpPages)
    assert "Comments are not votes" in pages.text.toPlainText()
    assert pages.titles.hasFocus()
    qtbot.keyClick(pages.titles, Qt.Key.Key_Home)
    assert "Your first hearing" in pages.text.toPlainText()
    pages.text.anchorClicked.emit(QUrl("tagging.html"))
    assert "never from the tone" in pages.text.toPlainText()
    pages.keys.click()
    assert not pages.isVisible()
