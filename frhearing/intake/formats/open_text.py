"""An OpenDocument text (ODT) as one row: its text with tables, lists and notes; what is beside it kept or named."""

import re
from collections.abc import Iterator
from typing import Any, Final

from frhearing.intake.containers import Container, Damaged, open_zip
from frhearing.intake.draft import Reading, Unreadable
from frhearing.intake.formats.one_row import Document, counted, readable_time
from frhearing.intake.source import Source

_LARGEST_XML: Final = 48 << 20
_SPACE: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_SILENT: Final = frozenset((
    "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms", "note-citation", "list-header",
    "table-columns", "table-column", "soft-page-break", "alphabetical-index-source", "table-of-content-source", "dde",
))  # fmt: skip
_HIDDEN: Final = frozenset(("hidden-text", "hidden-paragraph"))


class _Reader:
    """Reads the parts of one OpenDocument text."""

    def __init__(self, source: Source, container: Container) -> None:
        self._source, self._container = source, container
        self._document = Document()
        self._notes: list[str] = []
        self._boxes: list[str] = []
        self._pictures: dict[str, int] = {}
        self._bullets: dict[str, dict[int, bool]] = {}

    def read(self) -> Document:
        """Read everything there is."""
        root = self._container.xml("content.xml", _LARGEST_XML)
        styles = self._beside("styles.xml")
        body = next(root.iter(f"{{{_SPACE}office:1.0}}text"), None)
        if body is None:
            raise Unreadable(f"“{self._source.file}” holds no text; nothing was imported, and the file is as it was.")
        for one in (root, styles):
            if one is not None:
                self._learn_lists(one)
        lines = self._lines(body)
        lines += ["", *self._notes] if self._notes else []
        self._document.text = "\n".join(lines).strip("\n")
        self._read_edges(styles)
        self._read_properties()
        self._name_the_rest(root)
        return self._document

    def _beside(self, part: str) -> Any | None:
        """Return the root element of a part that the text can do without; a damaged one is named and left out."""
        try:
            return self._container.xml(part, _LARGEST_XML) if part in self._container else None
        except Damaged:
            self._document.leave(f"a part of the file that is damaged (“{part}”)")
            return None

    def _learn_lists(self, root: Any) -> None:
        for style in root.iter(f"{{{_SPACE}text:1.0}}list-style"):
            levels = {int(_said(one, "level") or 1): _name(one) == "list-level-style-bullet" for one in style}
            self._bullets[_said(style, "name")] = levels

    def _lines(self, parent: Any) -> list[str]:
        lines: list[str] = []
        total = len(parent)
        for at, element in enumerate(parent):
            self._source.progress(at, total)
            name = _name(element)
            if name in ("p", "h"):
                lines += self._paragraph(element)
            elif name == "list":
                lines += self._list(element, 1, _said(element, "style-name"))
            elif name == "table":
                lines += self._table(element)
            elif name not in _SILENT:
                lines += self._lines(element)
        return lines

    def _paragraph(self, element: Any) -> list[str]:
        before = len(self._boxes)
        text = "".join(self._pieces(element))
        boxes, self._boxes = self._boxes[before:], self._boxes[:before]
        return (text.split("\n") if text or not boxes else []) + boxes

    def _list(self, element: Any, level: int, style: str) -> list[str]:
        lines: list[str] = []
        bullet = self._bullets.get(style, {}).get(level, True)
        number = 0
        for item in element:
            number += _name(item) == "list-item"
            first = True
            for one in item:
                if _name(one) == "list":
                    lines += self._list(one, level + 1, _said(one, "style-name") or style)
                    continue
                said = self._paragraph(one) if _name(one) in ("p", "h") else self._lines([one])
                if first and said and _name(item) == "list-item":
                    said[0] = f"{'•' if bullet else f'{number}.'} {said[0]}"
                first = False
                lines += said
        return lines

    def _table(self, table: Any) -> list[str]:
        lines: list[str] = []
        for row in _inside(table, "table-row"):
            cells = [self._lines(cell) for cell in row if _name(cell) in ("table-cell", "covered-table-cell")]
            if all(len(cell) < 2 for cell in cells):
                lines.append("\t".join(cell[0] if cell else "" for cell in cells).rstrip("\t"))
            else:
                lines += [line for cell in cells for line in cell]
        return lines

    def _pieces(self, element: Any) -> Iterator[str]:
        """Give the pieces of text in a paragraph; white space counts once, as the format has it."""
        yield _spaced(element.text)
        for one in element:
            name = _name(one)
            if name == "s":
                yield " " * min(int(_said(one, "c") or 1), 10_000)
            elif name in ("tab", "line-break"):
                yield "\t" if name == "tab" else "\n"
            elif name == "note":
                yield self._note(one)
            elif name == "annotation":
                self._comment(one)
            elif name in _HIDDEN:
                hidden = _said(one, "string-value") or "".join(one.itertext())
                self._document.leave(f"hidden text ({counted(len(hidden), 'letter', 'letters')})")
            elif name == "frame":
                self._frame(one)
            elif name not in _SILENT:
                if name == "a" and _said(one, "href"):
                    self._document.links.append(_said(one, "href"))
                yield from self._pieces(one)
            yield _spaced(one.tail)

    def _note(self, note: Any) -> str:
        self._notes.append("")
        number = len(self._notes)
        body = next((one for one in note if _name(one) == "note-body"), ())
        self._notes[number - 1] = f"[{number}] " + "\n".join(self._lines(body)).strip()
        return f"[{number}]"

    def _comment(self, comment: Any) -> None:
        who = next((one.text for one in comment if _name(one) == "creator"), None) or "without a name"
        said = "\n".join(self._lines([one for one in comment if _name(one) in ("p", "list")])).strip()
        self._document.margin.append(f"Comment, {who}: {said}")

    def _frame(self, frame: Any) -> None:
        """Read a text box; name a picture or an object with the words that describe it."""
        described = " ".join((one.text or "").strip() for one in frame if _name(one) in ("title", "desc")).strip()
        for one in frame:
            if _name(one) == "text-box":
                said = self._lines(one)
                self._boxes = [*self._boxes, *said]
            elif _name(one) in ("image", "object", "object-ole", "plugin"):
                what = "a picture" if _name(one) == "image" else "an embedded object"
                words = f" (described as “{described}”)" if described else ""
                self._pictures[what + words] = self._pictures.get(what + words, 0) + 1
                break  # what follows is another form of the same

    def _read_edges(self, styles: Any | None) -> None:
        for one in styles.iter() if styles is not None else ():
            if _name(one) in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first"):
                self._document.edges.append("\n".join(self._lines(one)).strip())

    def _read_properties(self) -> None:
        root = self._beside("meta.xml")
        for one in root.iter() if root is not None else ():
            name, said = _name(one), (one.text or "").strip()
            if name in ("initial-creator", "creator") and said:
                self._document.author = self._document.author or said
            elif name == "title":
                self._document.title = said
            elif name == "creation-date":
                self._document.written = readable_time(said)
            elif name in ("subject", "description", "keyword", "user-defined") and said:
                self._document.margin.append(f"File properties, {_said(one, 'name') or name}: {said}")

    def _name_the_rest(self, root: Any) -> None:
        deletions = ["".join(one.itertext()) for one in root.iter(f"{{{_SPACE}text:1.0}}deletion")]
        if deletions:
            letters = counted(sum(len(said.strip()) for said in deletions), "letter", "letters")
            passages = counted(len(deletions), "passage", "passages")
            self._document.leave(f"{passages} struck out with tracked changes (about {letters})")
        for what, times in self._pictures.items():
            self._document.leave(what if times == 1 else f"{what}, {times} times")
        if any(name.startswith("Basic/") for name in self._container.names):
            self._document.leave("macros, which are never run")


def read(source: Source) -> Reading:
    """Read an OpenDocument text. Raises Unreadable, in a sentence, for one that is damaged or has a password."""
    container = open_zip(source.data, source.file)
    if "content.xml" not in container:
        raise Unreadable(
            f"“{source.file}” is a damaged OpenDocument text: its text is missing; nothing was imported, and the file "
            "is as it was. Ask the sender for it again."
        )
    manifest = container.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in container else b""
    if b"encryption-data" in manifest:
        raise Unreadable(
            f"“{source.file}” is an OpenDocument text with a password; nothing was imported, and the file is as it "
            "was. Open it with the password and save it without one."
        )
    return _Reader(source, container).read().reading(source)


def _name(element: Any) -> str:
    """Return the name of an element without its namespace; in a text no two that matter share one."""
    return str(element.tag).rpartition("}")[2]


def _said(element: Any, name: str) -> str:
    """Return an attribute by its name without namespace; empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _inside(parent: Any, wanted: str) -> Iterator[Any]:
    for one in parent:
        if _name(one) == wanted:
            yield one
        elif _name(one) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _inside(one, wanted)


def _spaced(text: str | None) -> str:
    """Write white space as the format means it: any run of it, line ends included, is one space."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")
