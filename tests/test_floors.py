"""The house keeps its floors (3-architecture.md, 0-decisions.md): who may import whom, read from the code."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "frhearing"
# Libraries that read other people's formats.
READERS = "asn1crypto compressed_rtf lxml olefile openpyxl pypdfium2 python_calamine striprtf xlrd yaml"
# room -> (rooms it may import, packages from outside). The standard library is free but for STDLIB_KEPT.
MAY_IMPORT: dict[str, tuple[str, str]] = {
    "__init__": ("", ""),
    "__main__": ("app cli intake paths", ""),
    "model": ("", ""),
    "drawing": ("", ""),
    "paths": ("", "platformdirs"),
    "store": ("model", "sqlite_utils pysqlite3 filelock"),
    "intake": ("model", f"psutil {READERS}"),
    "report": ("model drawing paths", "reportlab uharfbuzz bidi"),
    "analysis": ("model drawing", "numpy rapidfuzz"),
    "desk": ("model drawing paths store intake report analysis", ""),
    "ui": ("model drawing paths desk", "PySide6 shiboken6 wakepy"),
    "cli": ("model paths desk", "click"),
    "app": ("model drawing paths store intake report analysis desk ui", "PySide6"),
}
# What of the standard library only these rooms may touch: SQL lives in the store, and nothing opens a socket.
NETWORK = "socket ssl http ftplib smtplib poplib imaplib socketserver xmlrpc webbrowser asyncio"
STDLIB_KEPT = {"sqlite3": "store", "importlib": "", **dict.fromkeys(NETWORK.split(), "")}


def imports(tree: ast.Module, module: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Every dotted name a module imports, lazily or for types only alike, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(module[: len(module) - node.level]) if node.level else ""
            source = ".".join(filter(None, (base, node.module)))
            yield from ((f"{source}.{alias.name}", node.lineno) for alias in node.names)


def broken_floors(package: Path) -> list[str]:
    """Every import that the table forbids, as ``file:line room -> name``."""
    found = []
    rooms = set(MAY_IMPORT)
    for file in sorted(package.rglob("*.py")):
        module = ("frhearing", *file.relative_to(package).with_suffix("").parts)
        room = module[1]
        if room not in rooms:
            found.append(f"{room}: a room that the table does not know")
            continue
        ours, outside = (names.split() for names in MAY_IMPORT[room])
        for name, line in imports(ast.parse(file.read_text(encoding="utf-8")), module):
            top, *rest = name.split(".")
            if top == "frhearing":
                fine = not rest or rest[0] not in rooms or rest[0] in (room, *ours)
            elif top in sys.stdlib_module_names:
                fine = not name.startswith("urllib.request") and room in STDLIB_KEPT.get(top, room).split()
            else:
                fine = top in outside
            if not fine:
                found.append(f"{file.relative_to(package)}:{line} {room} -> {name}")
    return found


def test_no_room_reaches_above_its_floor_or_across() -> None:
    assert broken_floors(PACKAGE) == []


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("model", "import frhearing.store.database"),
        ("model", "from frhearing import drawing"),
        ("model", "import reportlab"),
        ("drawing", "from ..model import position"),
        ("store", "from frhearing.report import pdf"),
        ("intake", "def read():\n    from frhearing.store import database"),
        ("report", "from PySide6.QtGui import QPainter"),
        ("analysis", "import sqlite3"),
        ("desk", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from PySide6 import QtCore"),
        ("ui", "from frhearing.store.database import Database"),
        ("ui", "import reportlab.pdfgen"),
        ("ui", "from .. import store"),
        ("cli", "from frhearing import app"),
        ("cli", "from importlib import import_module"),
        ("desk", "from urllib.request import urlopen"),
        ("app", "import requests"),
    ],
)
def test_a_planted_violation_is_found(tmp_path: Path, room: str, line: str) -> None:
    (tmp_path / room).mkdir()
    planted = tmp_path / room / "planted.py"
    planted.write_text(
        "import json\nfrom pathlib import Path\nfrom frhearing import __version__\nfrom . import sibling\n"
    )
    assert broken_floors(tmp_path) == []
    planted.write_text(line + "\n")
    assert len(broken_floors(tmp_path)) == 1


def test_a_room_that_nobody_planned_is_found(tmp_path: Path) -> None:
    (tmp_path / "utils.py").write_text("")
    assert broken_floors(tmp_path) == ["utils: a room that the table does not know"]


def test_everything_below_the_window_runs_without_qt() -> None:
    below = [
        file for file in sorted(PACKAGE.rglob("*.py")) if file.relative_to(PACKAGE).parts[0] not in ("ui", "app.py")
    ]
    names = [".".join(("frhearing", *file.relative_to(PACKAGE).with_suffix("").parts)) for file in below]
    assert "frhearing.cli.commands" in names
    code = f"import sys, {', '.join(names)}\nprint([name for name in sys.modules if name[:6] in ('PySide', 'shibok')])"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (child.stdout.strip(), child.stderr, child.returncode) == ("[]", "", 0)
