"""What an Excel workbook (XLSX, XLSM) holds beside its values: formulas, errors, hidden rows, notes, pictures.

The values themselves are read by calamine, which is quick but tells nothing of these.
"""

import io
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any, Final

from lxml import etree

from frhearing.intake.containers import Container, check_prolog
from frhearing.intake.draft import Unreadable
from frhearing.intake.formats.workbook.cells import cell_name, number_text, padded, pads, place_of, some
from frhearing.intake.formats.workbook.marks import Block, BookMarks, Marks, counted

_TAGS: Final = ("{*}row", "{*}col", "{*}mergeCell", "{*}headerFooter")
_CELL: Final = "{*}c"
_TELLING: Final = (b"<f", b'"e"')
_HIDING: Final = (b"hidden=",)
_AFTER: Final = (b"mergeCell", b"eaderFooter")
"""Bytes without which a sheet has no formula or error in its cells, nothing hidden, nothing merged or printed around
it; looking for them is far quicker than parsing. The last two stand only behind the cells."""
_PLAIN: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>']*>\s*)?<worksheet\b[^>']*>")
_WHOLE: Final = re.compile(rb"</worksheet>\s*")
_TRUE: Final = frozenset(("1", "true"))


def marks_of_xlsx(container: Container, progress: Callable[[], None]) -> BookMarks:
    """Look a workbook over. ``progress`` is called after each sheet. Raises Unreadable for a damaged or harmful one."""
    book = BookMarks()
    at = _target(container, "_rels/.rels", "", "/officeDocument") or "xl/workbook.xml"
    if at not in container:
        raise Unreadable(
            f"“{container.file}” is damaged: the list of its sheets is missing; nothing was imported, and the file is "
            "as it was. Ask the sender for it again."
        )
    root = container.xml(at)
    links = _links(container, at)
    settings = root.find("{*}workbookPr")
    book.from_1904 = settings is not None and settings.get("date1904", "") in _TRUE
    zeros = _zero_formats(container, links)
    looked_at: set[str] = set()
    for sheet in root.iterfind("{*}sheets/{*}sheet"):
        path = next((links[value][1] for key, value in sheet.items() if key.endswith("}id") and value in links), "")
        marks = book.sheets[sheet.get("name", "")] = Marks()
        if path in container:
            _look_at_sheet(container, path, zeros, marks)
            looked_at.add(path)
        progress()
    container.refuse_doctypes(but=looked_at)
    if any(name.endswith("vbaProject.bin") for name in container.names):
        book.aside.append("macros (they were not run)")
    return book


def _links(container: Container, path: str) -> dict[str, tuple[str, str]]:
    """Return what a part points at: the last word of the kind of link and the path, by the link's name."""
    folder, name = posixpath.split(path)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in container:
        return {}
    links = {}
    for link in container.xml(rels).iterfind("{*}Relationship"):
        target = link.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        links[link.get("Id", "")] = (posixpath.basename(link.get("Type", "")), whole)
    return links


def _target(container: Container, rels: str, folder: str, kind: str) -> str:
    """Return the path that a file of links gives for a kind of link, empty where it gives none."""
    if rels not in container:
        return ""
    for link in container.xml(rels).iterfind("{*}Relationship"):
        if link.get("Type", "").endswith(kind):
            return posixpath.normpath(posixpath.join(folder, link.get("Target", "").lstrip("/")))
    return ""


def _zero_formats(container: Container, links: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Return the number formats that show leading zeros, by the numbers of the styles that use them."""
    path = next((path for kind, path in links.values() if kind == "styles"), "")
    if path not in container:
        return {}
    root = container.xml(path)
    codes = {form.get("numFmtId"): form.get("formatCode", "") for form in root.iterfind("{*}numFmts/{*}numFmt")}
    return {
        str(number): codes[style.get("numFmtId")]
        for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf"))
        if pads(codes.get(style.get("numFmtId"), ""))
    }


def _look_at_sheet(container: Container, path: str, zeros: dict[str, str], marks: Marks) -> None:
    data = container.read(path)
    check_prolog(data, container.file)
    styled = any(f's="{style}"'.encode() in data or f"s='{style}'".encode() in data for style in zeros)
    plain = _PLAIN.match(data) is not None  # no prefixes, no other quotation marks than those looked for
    every_cell = styled or not plain or any(sign in data for sign in _TELLING)
    end = max(data.rfind(b"</sheetData"), 0)
    whole = _WHOLE.fullmatch(data, data.rfind(b"</worksheet")) if plain else None
    marked = any(sign in data for sign in _HIDING) or any(data.find(sign, end) >= 0 for sign in _AFTER)
    if every_cell or marked or whole is None:
        _parse_sheet(container.file, data, every_cell, zeros, marks)
    marks.aside += _beside(container, path)


def _parse_sheet(file: str, data: bytes, every_cell: bool, zeros: dict[str, str], marks: Marks) -> None:
    """Note what a sheet says of itself, and of each cell if that is needed."""
    masters: dict[str, tuple[str, str]] = {}
    try:
        # recover=False: a sheet that breaks off in the middle is damaged, not short.
        for _, element in etree.iterparse(
            io.BytesIO(data),
            tag=(*_TAGS, _CELL) if every_cell else _TAGS,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        ):
            _note(element, marks, zeros, masters)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable(
            f"“{file}” is damaged: a sheet of it cannot be read to its end; nothing was imported, and "
            "the file is as it was. Ask the sender for it again."
        ) from fault


def _note(element: Any, marks: Marks, zeros: dict[str, str], masters: dict[str, tuple[str, str]]) -> None:
    """Note one element of a sheet."""
    name = etree.QName(element).localname
    if name == "c":
        _note_cell(element, marks, zeros, masters)
    elif name == "row":
        if element.get("hidden") in _TRUE and element.get("r", "").isdigit():
            marks.hidden_rows.append(int(element.get("r")) - 1)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    elif name == "col":
        if element.get("hidden") in _TRUE:
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            # Columns hidden out to the edge of the sheet are hidden because nothing is there.
            marks.hidden_columns += range(first - 1, last) if last - first < 200 else ()
    elif name == "mergeCell":
        corners = [place_of(corner) for corner in element.get("ref", "").split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            marks.merged.append(Block(corners[0][0], corners[1][0], corners[0][1], corners[1][1]))
    elif any((part.text or "").strip() for part in element):
        marks.aside.append("the header or footer of the printed page")


def _note_cell(cell: Any, marks: Marks, zeros: dict[str, str], masters: dict[str, tuple[str, str]]) -> None:
    kind, formula, value = cell.get("t", "n"), cell.find("{*}f"), cell.find("{*}v")
    if formula is None and kind != "e" and cell.get("s") not in zeros:
        return
    place = place_of(cell.get("r", "")) or _counted_place(cell)
    text = (value.text or "") if value is not None else ""
    if kind == "e":
        marks.errors[place] = text or "#N/A"
    elif kind == "n" and cell.get("s") in zeros and text:
        marks.shown[place] = padded(_whole(text), zeros[cell.get("s")])
    if formula is not None:
        marks.formulas[place] = _formula(formula, cell_name(*place), masters)
        if not text and (value is None or kind not in ("str", "s")):
            marks.uncached.add(place)


def _counted_place(cell: Any) -> tuple[int, int]:
    """Return the place of a cell that does not say where it stands: after those before it."""
    row = cell.getparent()
    number = row.get("r", "")
    above = int(number) - 1 if number.isdigit() else sum(1 for _ in row.itersiblings("{*}row", preceding=True))
    return above, sum(1 for _ in cell.itersiblings("{*}c", preceding=True))


def _formula(formula: Any, cell: str, masters: dict[str, tuple[str, str]]) -> str:
    """Return the words of a formula, also of one that is shared with the cells above it."""
    words, shared = formula.text or "", formula.get("si")
    if words:
        if shared is not None:
            masters[shared] = (f"={words}", cell)
        return f"={words}"
    if shared in masters:
        from openpyxl.formula.translate import Translator  # brings numpy along: most workbooks need neither

        return str(Translator(masters[shared][0], origin=masters[shared][1]).translate_formula(cell))
    return ""


def _whole(text: str) -> str:
    """Return a number as the file has it without a needless fraction: ``1234.0`` is ``1234``."""
    try:
        return number_text(float(text))
    except (ValueError, OverflowError):
        return text


def _beside(container: Container, path: str) -> Iterator[str]:
    """Give phrases for what hangs on a sheet but does not stand in its cells."""
    found: Counter[str] = Counter()
    texts: dict[str, list[str]] = defaultdict(list)
    links = [(kind, target) for kind, target in _links(container, path).values() if target in container]
    for kind, target in links:
        if kind == "comments":
            refs = [note.get("ref", "") for note in container.xml(target).iterfind("{*}commentList/{*}comment")]
            if refs:
                yield f"{counted(len(refs), 'note on a cell', 'notes on cells')} ({some(refs)})"
        elif kind == "drawing":
            drawing = container.xml(target)
            found["picture"] += sum(1 for _ in drawing.iter("{*}pic"))
            found["chart"] += sum(1 for _ in drawing.iter("{*}graphicFrame"))
            texts["box"] += filter(None, map(_said, drawing.iter("{*}txBody")))
        elif kind in ("oleObject", "package"):
            texts["file"].append(posixpath.basename(target))
    for said in texts["box"]:
        yield f"a text box (“{said[:80]}”)"
    if texts["file"]:
        yield f"{counted(len(texts['file']), 'embedded file')} ({some(texts['file'])})"
    yield from (counted(number, word) for word, number in found.items() if number)


def _said(body: Any) -> str:
    """Return what a text box says, on one line."""
    return " ".join("".join(body.itertext()).split())
