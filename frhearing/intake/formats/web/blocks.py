"""Comments that stand on a web page one under another, each in a box of its own with its sender and date."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from lxml import etree

from frhearing.intake.dates import DateReader, When
from frhearing.intake.draft import SourceRow, Table
from frhearing.intake.formats.web.markup import read_html
from frhearing.intake.letters import DATE, NAME, TEXT
from frhearing.intake.words import COLUMN_WORDS, plain

_CALLED: Final = re.compile(r"comment|testimony|statement|feedback|submission", re.IGNORECASE)
_NOT_CALLED: Final = re.compile(r"form|list|count|header|footer|sort|search|button|link|menu|nav", re.IGNORECASE)
_LABEL: Final = re.compile(r"\s*([\w ’'-]{2,30}?)\s*:\s*(.*?)\s*", re.DOTALL)
_SHORTEST: Final = 20
"""Letters that a comment has at least; less is a label or a button."""
_UP: Final = 4
"""How many boxes around a text are looked at for its sender."""
_ID: Final = "ID"
_BESIDE: Final = "Beside the text"
_COLUMNS: Final = (NAME, DATE, _ID, _BESIDE, TEXT)


def blocks_of(root: Any, file: str) -> Table | None:
    """Return the comments of a page that stand in boxes with a named sender or a date, None where there are none."""
    rows: list[SourceRow] = []
    seen: set[Any] = set()
    for text in _texts(root):
        box = _box(text, seen)
        if box is None:
            continue
        seen.add(box)
        said = read_html(_markup(text)).text
        rows.append(SourceRow(len(rows) + 1, _cells(box, text, said)))
    return Table(file, _COLUMNS, None, rows) if rows else None


def _texts(root: Any) -> Iterator[Any]:
    """Give the innermost elements that are called comments and say something."""
    for element in root.iter("div", "p", "blockquote", "section", "article", "td", "li", "pre"):
        called = f"{element.get('class', '')} {element.get('id', '')}"
        if not _CALLED.search(called) or _NOT_CALLED.search(called):
            continue
        if any(_is_called(inner) for inner in element.iterdescendants()):
            continue
        if len("".join(element.itertext()).split()) >= 3 and len("".join(element.itertext()).strip()) >= _SHORTEST:
            yield element


def _is_called(element: Any) -> bool:
    called = f"{element.get('class', '')} {element.get('id', '')}" if isinstance(element.tag, str) else ""
    return bool(_CALLED.search(called)) and not _NOT_CALLED.search(called)


def _box(text: Any, seen: set[Any]) -> Any:
    """Return the smallest box around a text that names its sender; None where there is none of its own."""
    box = text.getparent()
    for _ in range(_UP):
        if box is None or box in seen or box.tag in ("body", "html", "table", "tbody"):
            return None
        if "name" in dict(_labelled(_lines_beside(box, text))):
            return box
        box = box.getparent()
    return None


def _lines_beside(box: Any, text: Any) -> list[str]:
    """Return the lines of a box without those of the text in it."""
    whole = read_html(_markup(box)).text
    own = read_html(_markup(text)).text
    before, _, after = whole.partition(own)
    return [line.strip() for line in (before + "\n" + after).split("\n") if line.strip("\xa0 ")]


def _labelled(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the fields that lines name (``Commenter: Jane Roe``), with what they say."""
    for line in lines:
        match = _LABEL.fullmatch(line)
        field = next((name for name, words in COLUMN_WORDS.items() if match and plain(match[1]) in words), "")
        if match and field in ("name", "received", "external_id") and match[2]:
            yield field, match[2]


def _cells(box: Any, text: Any, said: str) -> list[str]:
    """Return name, date, identifier, all other lines of the box, and the text."""
    lines = _lines_beside(box, text)
    found = dict(_labelled(lines))
    rest = [line for line in lines if not dict(_labelled([line]))]
    if "received" not in found:
        dates = [line for line in rest if isinstance(DateReader([line]).read(line), When)]
        found |= {"received": dates[0]} if dates else {}
        rest = [line for line in rest if line not in dates[:1]]
    return [*(found.get(name, "") for name in ("name", "received", "external_id")), "\n".join(rest), said]


def _markup(element: Any) -> str:
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
