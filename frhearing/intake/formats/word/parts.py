"""The parts of a Word file and how they refer to one another; names of elements in one form for both dialects."""

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from frhearing.intake.containers import Container, Damaged
from frhearing.intake.draft import Unreadable

_LARGEST_XML: Final = 48 << 20
"""How many bytes one part of text may have; honest ones have a tenth of that."""
_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
}
"""Short names of the namespaces, those of the transitional and of the strict dialect alike."""


class Relation(NamedTuple):
    """A reference from one part to another: the last word of its kind, its target, whether that lies outside."""

    kind: str
    target: str
    outside: bool


class Parts:
    """The parts of a Word file, looked up by name or by reference."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self._relations: dict[str, dict[str, Relation]] = {}
        self.damaged: dict[str, None] = {}
        """The names of the parts that were met and could not be read, in order."""

    def root(self, name: str) -> Any | None:
        """Return the root element of a part, None where there is no such part. Raises Damaged for a broken one."""
        return self._container.xml(name, _LARGEST_XML) if name in self._container else None

    def beside(self, name: str) -> Any | None:
        """Return the root element of a part that the document can do without; a damaged one is noted and left out."""
        try:
            return self.root(name)
        except Damaged:
            self.damaged[name] = None
            return None

    def children(self, name: str) -> list[Any]:
        """Return what lies in the root element of such a part, nothing where there is none."""
        root = self.beside(name)
        return [] if root is None else list(root)

    def data(self, name: str) -> bytes:
        """Return the bytes of a part, none where there is no such part or a damaged one."""
        try:
            return self._container.read(name) if name in self._container else b""
        except Damaged:
            self.damaged[name] = None
            return b""

    def names(self, start: str) -> list[str]:
        """Return the names of the parts that begin so."""
        return [name for name in self._container.names if name.startswith(start)]

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to, by the mark of the reference; the empty name stands for the whole file."""
        if part not in self._relations:
            self._relations[part] = dict(self._read_relations(part))
        return self._relations[part]

    def related(self, part: str, kind: str) -> list[str]:
        """Return the names of the parts of a kind that a part refers to, in the order of the references."""
        return [one.target for one in self.relations(part).values() if one.kind == kind and not one.outside]

    def main(self, file: str) -> str:
        """Return the name of the part that holds the document. Raises Unreadable where there is none."""
        found = [name for name in self.related("", "officeDocument") if name in self._container]
        if not found and "word/document.xml" in self._container:
            found = ["word/document.xml"]
        if not found:
            raise Unreadable(
                f"“{file}” is a damaged Word document: its text is missing; nothing was imported, and the file is as "
                "it was. Ask the sender for it again."
            )
        return found[0]

    def _read_relations(self, part: str) -> Iterator[tuple[str, Relation]]:
        folder, name = posixpath.split(part)
        for one in self.children(posixpath.join(folder, "_rels", f"{name}.rels")):
            outside = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield one.get("Id", ""), Relation(one.get("Type", "").rpartition("/")[2], target, outside)


def name_of(element: Any) -> str:
    """Return the name of an element with its short prefix, such as ``w:p``; an unknown namespace gives ``?:p``."""
    return _short(element.tag)


@lru_cache(4096)
def _short(tag: str) -> str:
    namespace, _, name = tag.rpartition("}")
    return f"{_PREFIXES.get(namespace[1:], '?')}:{name}"


def attribute(element: Any, name: str) -> str:
    """Return an attribute such as ``w:val``, in whichever dialect it is written; empty where there is none."""
    prefix, _, short = name.partition(":")
    for key, value in element.attrib.items():
        namespace, _, found = key.rpartition("}")
        if found == short and (not namespace or _PREFIXES.get(namespace[1:]) == prefix):
            return str(value)
    return ""


def child(element: Any, *names: str) -> Any | None:
    """Return the first child of that name, and its first child of the next name, and so on; None where one lacks."""
    for name in names:
        element = next((one for one in element if name_of(one) == name), None)
        if element is None:
            return None
    return element


def is_on(element: Any | None) -> bool:
    """Tell whether a switch such as ``w:vanish`` is there and not turned off."""
    return element is not None and attribute(element, "w:val").lower() not in ("0", "false", "off")


def whole_number(written: str) -> int:
    """Return a number as written in an attribute; 0 for what is none or beyond all measure."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 0
