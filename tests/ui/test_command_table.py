"""The one table of commands: no key twice within a context, all in menus, all on the key card."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from frhearing.paths import resource
from frhearing.ui.actions import key_words
from frhearing.ui.command_table import COMMANDS, MENUS
from frhearing.ui.shell import found
from frhearing.ui.shell.key_card import CARD

EVERYWHERE = ("everywhere", "live")


def test_ids_are_unique():
    assert [name for name, times in Counter(command.id for command in COMMANDS).items() if times > 1] == []


def test_no_key_stands_twice_within_a_context():
    contexts = {command.context for command in COMMANDS} - set(EVERYWHERE)
    for context in contexts | {""}:
        keys = Counter(
            QKeySequence(key).toString()
            for command in COMMANDS
            if command.context in (*EVERYWHERE, context)
            for key in command.keys
        )
        assert [key for key, times in keys.items() if times > 1] == [], context


def test_every_key_is_known_to_qt():
    unknown = [key for command in COMMANDS for key in command.keys if QKeySequence(key).isEmpty()]
    assert unknown == []


def test_single_letters_need_the_focus_of_a_list_or_text():
    letters = {command.id for command in COMMANDS if any(len(key) == 1 for key in command.keys)}
    assert letters
    assert {command.id for command in COMMANDS if command.id in letters and not command.focus} == set()


def test_every_command_has_a_menu_and_an_icon_that_is_there():
    menus = {menu.replace("&", "") for menu in MENUS}
    for command in COMMANDS:
        assert command.menu in menus
        assert resource("icons", f"{command.icon}.svg").is_file()


def test_no_letter_is_underlined_twice_in_a_menu():
    for menu in (title.replace("&", "") for title in MENUS):
        letters = Counter(
            command.text[command.text.index("&") + 1].lower()
            for command in COMMANDS
            if command.menu == menu and "&" in command.text
        )
        assert [letter for letter, times in letters.items() if times > 1] == [], menu


def test_every_key_is_on_the_card():
    printed = {name for _heading, lines in CARD for line in lines for name in line.commands}
    assert {command.id for command in COMMANDS if command.keys} == printed


def test_keys_are_drawn_as_a_clerk_knows_them():
    assert key_words("Ctrl+Return") == "Ctrl+Enter"
    assert key_words("Alt+Up") == "Alt+↑"


def test_other_words_belong_to_commands_that_there_are():
    assert set(found._ALSO) <= {command.id for command in COMMANDS}
