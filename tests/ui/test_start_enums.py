"""An enum that is made the short way is the one that Python makes, for every enum that Qt has."""

import enum
import inspect
import subprocess
import sys

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from frhearing.ui.start import enums

KEEP = enum.FlagBoundary.KEEP
KINDS = {enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag}


def enums_of_qt():
    """Give kind, name and members of all enums of the modules that the window uses."""
    classes = [value for module in (QtCore, QtGui, QtWidgets) for _name, value in inspect.getmembers(module)]
    inner = [value for each in classes if isinstance(each, type) for value in vars(each).values()]
    for each in dict.fromkeys(value for value in classes + inner if isinstance(value, enum.EnumType)):
        kind = each.__mro__[1]
        if kind in KINDS:
            yield kind, each.__name__, [(name, member.value) for name, member in each.__members__.items()]


def the_long_way(kind, name, names):
    return kind(name, names, module="enum", boundary=KEEP)  # with a module said it is never made short


def told(cls):
    """Give all that a class says of itself, its members by name, value and place."""
    said = {}
    for key, value in vars(cls).items():
        if isinstance(value, cls):
            value = (value.name, value.value, sorted(vars(value)), value._sort_order_)
        elif key in ("_member_map_", "_value2member_map_"):
            value = [(word, member.name, member._sort_order_) for word, member in value.items()]
        elif isinstance(value, staticmethod | classmethod) or inspect.ismethod(value):
            value = value.__func__
        if key not in ("__module__", "__dict__", "__weakref__"):
            said[key] = value
    return said


PLAIN = [case for case in enums_of_qt() if enums.is_plain(case[0], case[2], {"boundary": KEEP})]
SOME = [
    (enum.Flag, "Order", [("late", 4), ("early", 1), ("none", 0), ("again", 4), ("both", 5), ("unknown", 0x10)]),
    (enum.IntEnum, "Below", [("least", -1), ("zero", 0), ("same", -1)]),
]


def test_nearly_every_enum_of_qt_is_plain():
    assert len(PLAIN) > 400


@pytest.mark.skipif(not enums.tried(), reason="this Python makes all enums itself")
def test_both_ways_give_the_same_class():
    for kind, name, names in (*SOME, *PLAIN):
        alike(enums.made(kind, name, names, KEEP), the_long_way(kind, name, names), names)


def alike(short, long, names):
    assert told(short) == told(long)
    assert [repr(member) for member in short] == [repr(member) for member in long]
    for word, value in names:
        assert short(value) is short[word] is getattr(short, word)
        if issubclass(short, enum.Flag):
            assert repr(~short(value)) == repr(~long(value))
            assert repr(short(value) | short(names[0][1])) == repr(long(value) | long(names[0][1]))


@pytest.mark.parametrize(
    ("kind", "names", "how"),
    [
        (enum.Flag, [("name", 1), ("other", 2)], {}),  # a word that means something else in an enum
        (enum.Enum, [("a", "text")], {}),
        (enum.Enum, [("a", 1), ("a", 2)], {}),
        (enum.Flag, [("a", -1)], {}),
        (enum.Enum, "a b", {}),
        (enum.Enum, [], {}),
        (enum.Enum, [("_a_", 1)], {}),
        (enum.Enum, [("a", 1)], {"module": "here"}),
        (enum.Enum, [("a", 1)], {"boundary": enum.FlagBoundary.STRICT}),
    ],
)
def test_what_is_not_plain_is_left_to_enum(kind, names, how):
    assert not enums.is_plain(kind, names, {"boundary": KEEP} | how)


def test_enums_of_others_are_made_as_ever_and_those_of_qt_work_after_loading():
    code = """
import enum
from frhearing.ui.start.qt import load_qt
load_qt()
Own = enum.Enum("Own", "a b")
assert [member.value for member in Own] == [1, 2] and Own.__module__ == "__main__", Own.__module__
from PySide6.QtCore import QEvent, Qt
assert Qt.Key(65) is Qt.Key.Key_A and Qt.Key.Key_A.name == "Key_A" and Qt.Key.__module__ == "PySide6.QtCore"
assert Qt.AlignmentFlag.AlignCenter == Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
assert QEvent(QEvent.Type.User).type() is QEvent.Type.User
assert QEvent(QEvent.Type(1234)).type() == QEvent.Type(1234)
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
