"""Qt is loaded without what PySide has for describing itself; asked for a description, it still gives it."""

import subprocess
import sys

from frhearing.ui.start.qt import LATE

WRONG_CALL = """
from PySide6.QtCore import QSize
try:
    QSize("wide")
except TypeError as fault:
    print(fault)
print(QSize.__doc__)
from shibokensupport.signature import get_signature
print(get_signature(QSize.transpose))
"""
LEAN = "from frhearing.ui.start.qt import load_qt\nload_qt()\n"
LOADED = f"""
import sys
print(sorted(name for name in {sorted(LATE)!r} if "__getattr__" not in vars(sys.modules[name])))
"""


def said(code: str) -> str:
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def test_a_wrong_call_is_told_in_the_same_words_as_by_pyside_alone():
    told = said(LEAN + WRONG_CALL)
    assert "Supported signatures" in told
    assert told == said(WRONG_CALL)


def test_pyside_loads_its_descriptions_only_when_they_are_asked_for():
    assert said(LEAN + LOADED) == "['shibokensupport.signature.importhandler']\n"
    assert "shibokensupport.signature.parser" in said(LEAN + WRONG_CALL + LOADED)


def test_no_later_import_goes_through_a_hook_of_pyside():
    assert said(LEAN + "print(__import__)") == "<built-in function __import__>\n"
    assert said("import PySide6.QtWidgets\nprint(__import__)") != "<built-in function __import__>\n"


def test_signals_and_slots_work_as_ever():
    code = """
from PySide6.QtCore import QObject, Signal, Slot
class Bell(QObject):
    rung = Signal(int)
    @Slot(int)
    def heard(self, times):
        print(times)
bell = Bell()
bell.rung.connect(bell.heard)
bell.rung.emit(3)
try:
    bell.rung.emit("a", "b")
except TypeError as fault:
    print(fault)
"""
    assert said(LEAN + code) == said("import PySide6.QtWidgets\n" + code) != ""


def test_libraries_that_pyside_alone_wants_come_at_their_first_use():
    code = """
import sys, textwrap
for name in ("bz2", "lzma", "textwrap"):
    sys.modules.pop(name, None)
from frhearing.ui.start.qt import LIBRARIES, load_qt
finders = list(sys.meta_path)
load_qt()
from PySide6.QtCore import Qt
from shiboken6 import Shiboken
left = [finder for finder in finders if finder not in sys.meta_path]
print(left, sorted(name for name in LIBRARIES if "__getattr__" in vars(sys.modules[name])))
from tempfile import TemporaryDirectory
import bz2, lzma, shutil, traceback, zipfile
with TemporaryDirectory() as folder:
    print(shutil.disk_usage(folder).total > 0)
    for kind in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with zipfile.ZipFile(folder + "/packed.zip", "w", kind) as packed:
            packed.writestr("a", "b" * 1000)
        with zipfile.ZipFile(folder + "/packed.zip") as packed:
            print(packed.read("a") == b"b" * 1000, packed.infolist()[0].compress_size < 100)
try:
    1 / 0
except ZeroDivisionError as fault:
    print(traceback.format_exception_only(fault))
print(textwrap.dedent(" a"), hasattr(shutil, "no_such_thing"))
"""
    assert said(code).splitlines() == [
        "[] ['bz2', 'lzma', 'shutil', 'tempfile', 'textwrap', 'traceback']",
        "True",
        "True True",
        "True True",
        "['ZeroDivisionError: division by zero\\n']",
        "a False",
    ]


def test_adding_keys_the_old_way_is_told_in_the_words_of_pyside():
    # PySide takes its words' dedent out of textwrap when Qt's names are made, and calls it only here.
    code = """
import warnings
from PySide6.QtCore import Qt
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    Qt.KeyboardModifier.ControlModifier + Qt.Key.Key_A
print(told[0].message)
from textwrap import dedent
print(dedent("  a"))
"""
    assert said(LEAN + code) == said("import PySide6.QtWidgets\n" + code)
    assert "deprecated" in said(LEAN + code)
