"""A Word document as one row: its text with tables, lists and notes; headers and comments beside it; the rest named."""

import posixpath
from typing import Any, Final

from frhearing.intake.containers import open_zip
from frhearing.intake.draft import Reading, Table, Unreadable
from frhearing.intake.formats.one_row import Document, counted, readable_time
from frhearing.intake.formats.word.lists import Lists, Styles
from frhearing.intake.formats.word.parts import Parts, attribute, child, name_of
from frhearing.intake.formats.word.text import Beside, Story
from frhearing.intake.grid import Grid
from frhearing.intake.layout import known_names
from frhearing.intake.rows import RawRows
from frhearing.intake.source import Source

_CORE: Final = {
    "dc:subject": "subject",
    "dc:description": "comments",
    "cp:keywords": "keywords",
    "cp:category": "category",
}
_ASIDE: Final = {
    "word/vbaProject.bin": "macros, which are never run",
    "_xmlsignatures/": "a digital signature, which was not checked",
    "word/glossary/": "building blocks that belong to the form and not to the text",
    "word/ink/": "handwriting",
    "word/activeX/": "controls to press or fill in (ActiveX)",
}
_SHORT: Final = 200


class _Reader:
    """Reads the parts of one Word document."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._parts = Parts(open_zip(source.data, source.file))
        self._main = self._parts.main(source.file)
        self._styles = Styles(self._first("styles"))
        self._lists = Lists(self._first("numbering"))
        self._beside = Beside()
        self._document = Document()

    def read(self) -> Document:
        """Read everything there is."""
        root = self._parts.root(self._main)
        body = child(root, "w:body") if root is not None else None
        if body is None:
            raise Unreadable(
                f"“{self._source.file}” is a damaged Word document: its text is missing; nothing was imported, and "
                "the file is as it was. Ask the sender for it again."
            )
        story = self._story(self._main)
        lines = story.lines(body)
        self._document.tables = _listings(self._source.file, story.tables)
        lines += self._notes()
        self._document.text = "\n".join(lines).strip("\n")
        self._read_edges()
        self._read_comments()
        self._read_properties()
        self._name_the_rest()
        return self._document

    def _story(self, part: str) -> Story:
        return Story(self._parts, part, self._styles, self._lists, self._beside, self._source.progress)

    def _first(self, kind: str) -> Any | None:
        return next((self._parts.beside(name) for name in self._parts.related(self._main, kind)), None)

    def _notes(self) -> list[str]:
        """Return the lines of the footnotes and endnotes, each with the number that stands for it in the text."""
        found: dict[tuple[str, str], tuple[str, Any]] = {}
        for kind in ("footnote", "endnote"):
            for part in self._parts.related(self._main, f"{kind}s"):
                for note in self._parts.children(part):
                    if attribute(note, "w:type") in ("", "normal"):
                        found[kind, attribute(note, "w:id")] = (part, note)
        lines: list[str] = []
        at = 0
        while at < len(self._beside.notes):  # a note may refer to another
            mark = self._beside.notes[at]
            at += 1
            if mark in found:
                part, note = found[mark]
                lines.append(f"[{at}] {self._joined(part, note)}")
        for mark, (part, note) in found.items():
            if mark not in self._beside.notes and (said := self._joined(part, note)):
                lines.append(f"[note] {said}")
        return ["", *lines] if lines else []

    def _joined(self, part: str, element: Any) -> str:
        return "\n".join(self._story(part).lines(element)).strip()

    def _read_edges(self) -> None:
        for kind in ("header", "footer"):
            for part in self._parts.related(self._main, kind):
                root = self._parts.beside(part)
                if root is not None:
                    self._document.edges.append(self._joined(part, root))

    def _read_comments(self) -> None:
        for part in self._parts.related(self._main, "comments"):
            for comment in self._parts.children(part):
                said = self._joined(part, comment)
                who = attribute(comment, "w:author") or "without a name"
                if said:
                    self._document.margin.append(f"Comment, {who}: {said}")

    def _read_properties(self) -> None:
        for part in self._parts.related("", "core-properties"):
            for one in self._parts.children(part):
                said = (one.text or "").strip()
                name = name_of(one)
                if name == "dc:creator":
                    self._document.author = said
                elif name == "dc:title":
                    self._document.title = said
                elif name == "dcterms:created":
                    self._document.written = readable_time(said)
                elif said and name in _CORE:
                    self._document.margin.append(f"File properties, {_CORE[name]}: {said}")
        for part in self._parts.related("", "custom-properties"):
            for one in self._parts.children(part):
                said = "".join(one.itertext()).strip()
                if said and not one.get("name", "").startswith(("_", "ContentTypeId", "MSIP_")):
                    self._document.margin.append(f"File properties, {one.get('name', '')}: {said}")

    def _name_the_rest(self) -> None:
        beside, document = self._beside, self._document
        document.links += beside.links
        if beside.deletions:
            passages = counted(beside.deletions, "passage", "passages")
            document.leave(
                f"{passages} struck out with tracked changes ({counted(beside.deleted, 'letter', 'letters')})"
            )
        if beside.struck:
            struck = counted(beside.struck, "letter stands", "letters stand")
            document.notes.append(f"In “{self._source.file}” {struck} there struck through; they were read as text.")
        hidden = "".join(beside.hidden)
        if hidden.strip():
            document.leave(f"hidden text ({counted(len(hidden), 'letter', 'letters')})")
        for what, times in beside.drawn.items():
            document.leave(what if times == 1 else f"{what}, {times} times")
        for prompt in beside.unfilled:
            document.leave(f"a field that was not filled in (“{prompt[:_SHORT]}”)" if prompt else "an empty field")
        for part in beside.inserted:
            name = posixpath.basename(part)
            document.attach(name, self._parts.data(part))
            document.leave(f"a file inserted into the text (“{name}”), kept as an attachment")
        for start, what in _ASIDE.items():
            if self._parts.names(start):
                document.leave(what)
        for part in self._parts.names("word/diagrams/data"):
            root = self._parts.beside(part)
            said = " / ".join((one.text or "").strip() for one in (root.iter("{*}t") if root is not None else ()))
            if said.strip(" /"):
                document.leave(f"a diagram that says “{said[:_SHORT]}”")
        for part in self._parts.damaged:
            document.leave(f"a part of the file that is damaged (“{part}”)")


def _listings(file: str, found: list[list[list[str]]]) -> tuple[Table, ...]:
    """Return the tables that may list comments: those whose first row names columns that such lists have."""
    listings = []
    for at, rows in enumerate(found, 1):
        if len(rows) > 1 and known_names(rows[0]) > 1:
            raw = RawRows(["\t".join(row) + "\n" for row in rows], rows, list(range(len(rows))))
            grid = Grid(file, raw, f"table {at}")
            listings += [table for table in grid.tables if table.header_row is not None and table.rows]
    return tuple(listings)


def read(source: Source) -> Reading:
    """Read a Word document (DOCX, DOCM). Raises Unreadable, in a sentence, for one that is damaged or none."""
    if not source.data.startswith(b"PK"):
        raise Unreadable(
            f"“{source.file}” is called a Word document and is none; nothing was imported, and the file is as it was. "
            "If it is a plain letter, give it a name that ends in .txt; else ask the sender for it again."
        )
    return _Reader(source).read().reading(source)
