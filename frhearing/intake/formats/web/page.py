"""Saved web pages: a table of comments, comments in boxes of their own, or one letter written as a page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from lxml import etree

from frhearing.intake.draft import Reading, SourceKind, Table, Unreadable
from frhearing.intake.encoding import Letters, decodes, known_encoding, letters_of
from frhearing.intake.formats.no_text import with_text_column
from frhearing.intake.formats.web.blocks import blocks_of
from frhearing.intake.formats.web.markup import Markup, read_html
from frhearing.intake.formats.web.tables import WebTable, tables_of
from frhearing.intake.letters import read_letters
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest

_DECLARED: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_OPENED: Final = re.compile(r"<html\b", re.IGNORECASE)
_CLOSED: Final = re.compile(r"</html\s*>", re.IGNORECASE)
_TAG: Final = re.compile(r"<[A-Za-z!]")
_AS_WINDOWS: Final = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""Pages that say latin-1 mean the letters of Windows: so the standard of HTML has it."""
_MOST_OF_IT: Final = 0.5
"""The share of a page's letters that stand in a table when the page is no letter."""
_MOST_LINKS: Final = 0.3
"""The share of a letter's text that may be links; a page with more of them is made of menus."""
_MACHINERY: Final = ("form", "nav", "iframe", "ytd-app")


def read(source: Source) -> Reading:
    """Read a saved page. Raises Unreadable where it holds no comments, EncodingUnknown as letters_of does."""
    letters = _letters(source)
    page = source.data[letters.skip :].decode(letters.encoding)
    root = _root(page)
    cut = f"“{source.file}” breaks off before the end of the page; compare the count with the original."
    notes = filter(None, (letters.note, cut if _OPENED.search(page) and not _CLOSED.search(page) else ""))
    begun = replace(source.reading(SourceKind.TABLE, letters.encoding), notes=tuple(notes))
    if root is None or not _TAG.search(page):
        raise Unreadable(_nothing(source.file))
    tables = list(tables_of(root))
    found = [(table, one) for table in tables for one in table.grid(source.file).tables]
    chosen = _choose([one for _, one in found])
    if chosen is not None:
        return _as_table(begun, found, chosen, root)
    blocks = blocks_of(root, source.file)
    if blocks is not None:
        return _as_blocks(begun, blocks)
    whole = read_html(page)
    largest = _largest([one for _, one in found], whole.text)
    return _as_table(begun, found, largest, root) if largest is not None else _as_letter(begun, whole, root)


def _letters(source: Source) -> Letters:
    """Decide how to read the bytes: as they are marked, as UTF-8 if they are, else as the page itself declares."""
    declared = _DECLARED.search(source.data[:4096])
    name = declared[1].decode("ascii", "replace") if declared else ""
    if source.encoding or not name or decodes(source.data, "utf-8"):
        return letters_of(source.data, source.file, source.encoding)
    try:
        proper = known_encoding(name)
    except Unreadable:
        return letters_of(source.data, source.file)
    proper = _AS_WINDOWS.get(proper, proper)
    wide = proper.startswith(("utf-16", "utf-32"))  # a page whose declaration can be read so is not written so
    if wide or not decodes(source.data, proper):
        return letters_of(source.data, source.file)
    return Letters(proper, note=f"“{source.file}” says that it is written in {name}, and was read so.")


def _root(page: str) -> Any:
    """Return the root of a page; nothing outside it is fetched. None where no page can be made of it."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(page.replace("\x00", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _choose(tables: Sequence[Table]) -> int | None:
    """Choose the table of comments: one of its columns says who commented or what; None where none does."""
    best: tuple[bool, int, int] | None = None
    for at, table in enumerate(tables):
        fields = suggest(table).mapping.columns
        if len(table.rows) * len(fields) < 2 or not ("text" in fields or "name" in fields):
            continue  # nothing known, or one row of one known column: a box with a label
        if table.header_row is None and not ("text" in fields and len(table.rows) > 1 and len(table.header) > 1):
            continue
        worth = ("text" in fields, len(table.rows), -at)
        best = worth if best is None or worth > best else best
    return -best[2] if best else None


def _as_table(begun: Reading, found: list[tuple[WebTable, Table]], chosen: int, root: Any) -> Reading:
    web, table = found[chosen]
    tables = [one for _, one in found]
    tables[chosen], note = with_text_column(table)
    notes = [*begun.notes, *web.grid(begun.file).notes, *([note] if note else [])]
    if web.spanned:
        notes.append(
            f"“{begun.file}”: some cells reach over several rows; what they say stands in the first of these rows only."
        )
    aside = [
        f"“{begun.file}”: {one.described}"
        for at, one in enumerate(tables)
        if at != chosen and not _inside(found, at, chosen)
    ]
    aside += [f"“{begun.file}”: a link to other pages (“{' '.join(said.split())[:60]}”)" for said in web.leading]
    aside += [f"“{begun.file}”: {phrase}" for phrase in dict.fromkeys([*web.not_read, *_fields(root, web)])]
    return replace(begun, tables=tuple(tables), chosen=chosen, notes=tuple(notes), not_read=tuple(aside))


def _inside(found: list[tuple[WebTable, Table]], at: int, chosen: int) -> bool:
    """Tell whether a table lies in a cell of the chosen one, where its text was read."""
    around = found[at][0].element.iterancestors("table")
    return any(element is found[chosen][0].element for element in around)


def _fields(root: Any, web: WebTable) -> list[str]:
    """Name the filled text fields outside the table: portals show the text of one comment in such a field."""
    return [
        f"a text field outside the table (“{' '.join(field.text.split())[:80]}”)"
        for field in root.iter("textarea")
        if (field.text or "").strip() and not any(up is web.element for up in field.iterancestors())
    ]


def _as_blocks(begun: Reading, blocks: Table) -> Reading:
    note = f"“{begun.file}” is a saved page; {_comments(len(blocks.rows))} on it, menus and the like around them."
    return replace(begun, kind=SourceKind.PASTED, tables=(blocks,), notes=(*begun.notes, note))


def _largest(tables: Sequence[Table], text: str) -> int | None:
    """Choose the largest table of a page that is hardly anything else, for the clerk to say what its columns are."""
    sizes = [sum(len(cell) for row in table.rows for cell in row.cells) for table in tables]
    wide = [at for at, table in enumerate(tables) if len(table.header) > 1 and sizes[at] > _MOST_OF_IT * len(text)]
    return max(wide, key=sizes.__getitem__, default=None)


def _as_letter(begun: Reading, found: Markup, root: Any) -> Reading:
    """Read a page as one letter; one that is made of menus and machinery is refused."""
    links = sum(len("".join(link.itertext()).strip()) for link in root.iter("a"))
    machinery = any(True for _ in root.iter(*_MACHINERY))
    if not found.text.strip() or machinery or links > _MOST_LINKS * len(found.text):
        raise Unreadable(_nothing(begun.file))
    note = f"“{begun.file}” is a web page without a table of comments; it was read as one letter."
    return replace(
        begun,
        kind=SourceKind.TEXT,
        tables=(read_letters(found.text, begun.file),),
        notes=(*begun.notes, note),
        not_read=tuple(f"“{begun.file}”: {phrase}" for phrase in found.not_read),
    )


def _comments(count: int) -> str:
    return "one comment was found" if count == 1 else f"{count:,} comments were found"


def _nothing(file: str) -> str:
    return (
        f"“{file}” is a web page on which no table of comments can be made out; nothing was imported, and the file is "
        "as it was. Copy the comments from the page and paste them, or export them from the portal as CSV."
    )
