"""The running text of a Word document as lines: paragraphs, lists, tables, text boxes, notes, fields.

Tracked insertions are read, as they are what the writer wants said; deletions, hidden text and pictures are counted
and named. An element that is not known is looked into, so that new versions of Word lose no text.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from frhearing.intake.formats.word.drawn import DRAWN, chosen, form_field, shown
from frhearing.intake.formats.word.lists import Lists, Styles, numbering_of, symbol
from frhearing.intake.formats.word.parts import Parts, attribute, child, is_on, name_of

_SILENT: Final = frozenset((
    "w:pPr", "w:rPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr", "w:sectPr",
    "w:delInstrText", "w:annotationRef", "w:footnoteRef", "w:endnoteRef", "w:separator", "w:continuationSeparator",
    "w:lastRenderedPageBreak", "w:softHyphen", "w:fldData", "w:customXmlPr", "w:smartTagPr", "w:tblPrEx",
    "w:rubyPr", "w:docPartPr", "m:rPr", "m:ctrlPr",
))  # fmt: skip
"""What holds no words of the text."""
_DELETED: Final = frozenset(("w:del", "w:moveFrom"))
_LINK_FIELD: Final = re.compile(r'HYPERLINK\s+"([^"]+)"')
_LETTERS: Final = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}


@dataclass(slots=True)
class Beside:
    """What was met beside the text, counted in letters where it is text; pictures and the like by what they are.

    ``notes`` are the footnotes and endnotes referred to, by kind and mark; ``inserted`` are files set into the text.
    """

    deleted: int = 0
    struck: int = 0
    deletions: int = 0
    hidden: list[str] = field(default_factory=list)
    drawn: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)
    unfilled: list[str] = field(default_factory=list)


class Story:
    """Reads one story of a document (its body, a header, a note) into lines; what is beside them is noted."""

    def __init__(
        self,
        parts: Parts,
        part: str,
        styles: Styles,
        lists: Lists,
        beside: Beside,
        progress: Callable[[int, int], None],
    ) -> None:
        """``progress`` is told how many children of an element, or rows of a table, are done."""
        self._relations = parts.relations(part)
        self._styles, self._lists, self._beside, self._progress = styles, lists, beside, progress
        self._boxes: list[str] = []
        self._depth = 0
        self.tables: list[list[list[str]]] = []
        """The tables of the story that lie in no other, as rows of cells."""

    def lines(self, parent: Any) -> list[str]:
        """Return the lines of what lies in an element."""
        lines: list[str] = []
        total = len(parent)
        for at, element in enumerate(parent):
            self._progress(at, total)
            name = name_of(element)
            if name == "w:p":
                lines += self._paragraph(element)
            elif name == "w:tbl":
                lines += self._table(element)
            elif name == "w:altChunk":
                self._insert(element)
            elif name in _DELETED:
                self._delete(element)
            elif name == "w:sdt" and self._is_unfilled(element):
                continue
            elif name == "mc:AlternateContent":
                lines += self.lines(chosen(element))
            elif name not in _SILENT:
                lines += self.lines(element)
        return lines

    def _paragraph(self, paragraph: Any) -> list[str]:
        facts = child(paragraph, "w:pPr")
        style = child(facts, "w:pStyle") if facts is not None else None
        style_name = attribute(style, "w:val") if style is not None else ""
        before = len(self._boxes)
        text = "".join(self._pieces(paragraph, self._styles.hides(style_name)))
        if text.strip():
            label = self._label(facts, style_name)
            text = f"{label} {text}" if label else text
        lines = text.split("\n")
        boxes, self._boxes = self._boxes[before:], self._boxes[:before]
        # A paragraph that only holds a box is no blank line of the letter.
        return (lines if text or not boxes else []) + boxes

    def _label(self, facts: Any, style: str) -> str:
        numbered = child(facts, "w:numPr") if facts is not None else None
        number, level = numbering_of(numbered) if numbered is not None else ("", 0)
        if not number:
            number, from_style = self._styles.numbering(style)
            level = level or from_style
        return self._lists.label(number, level) if number else ""

    def _pieces(self, parent: Any, hidden: bool) -> Iterator[str]:
        """Give the pieces of text in a paragraph or a part of it."""
        for element in parent:
            name = name_of(element)
            if name in ("w:t", "m:t"):
                yield from self._said(element.text or "", hidden)
            elif name == "w:r":
                facts = child(element, "w:rPr")
                if facts is not None and (is_on(child(facts, "w:strike")) or is_on(child(facts, "w:dstrike"))):
                    self._beside.struck += sum(len(one.text or "") for one in element.iter("{*}t"))
                yield from self._pieces(element, hidden or self._hides(facts))
            elif name in _LETTERS:
                yield _LETTERS[name]
            elif name in _DELETED:
                self._delete(element)
            elif name in DRAWN:
                self._draw(element)
            elif name == "w:sdt" and self._is_unfilled(element):
                continue
            elif name == "mc:AlternateContent":
                yield from self._pieces(chosen(element), hidden)
            elif name not in _SILENT:
                yield from self._special(element, name, hidden)

    def _special(self, element: Any, name: str, hidden: bool) -> Iterator[str]:
        """Give the text of what stands for something: a reference, a symbol, a field; look into all else."""
        if name in ("w:footnoteReference", "w:endnoteReference"):
            self._beside.notes.append((name[2:].removesuffix("Reference"), attribute(element, "w:id")))
            yield f"[{len(self._beside.notes)}]"
        elif name == "w:sym":
            code = attribute(element, "w:char")
            yield symbol(int(code, 16)) if 0 < len(code) <= 5 and set(code.lower()) <= set("0123456789abcdef") else ""
        elif name == "w:fldChar":
            yield from form_field(element)
        elif name == "w:instrText":  # the code of a field; its result follows as text
            self._beside.links += _LINK_FIELD.findall(element.text or "")
        elif name == "w:hyperlink":
            relation = self._relations.get(attribute(element, "r:id"))
            if relation and relation.outside:
                self._beside.links.append(relation.target)
            yield from self._pieces(element, hidden)
        elif name == "w:p":  # where a drawing library sets paragraphs into a run
            yield "\n".join(self._paragraph(element))
        else:
            yield from self._pieces(element, hidden)

    def _said(self, text: str, hidden: bool) -> Iterator[str]:
        if hidden and text.strip():
            self._beside.hidden.append(text)
        elif not hidden:
            yield text

    def _hides(self, facts: Any | None) -> bool:
        if facts is None:
            return False
        vanish, style = child(facts, "w:vanish"), child(facts, "w:rStyle")
        return (
            is_on(vanish) if vanish is not None else style is not None and self._styles.hides(attribute(style, "w:val"))
        )

    def _is_unfilled(self, control: Any) -> bool:
        """Tell whether a field to fill in still shows its prompt, which is then named and not read."""
        if not is_on(child(control, "w:sdtPr", "w:showingPlcHdr")):
            return False
        self._beside.unfilled.append("".join(one.text or "" for one in control.iter("{*}t")))
        return True

    def _delete(self, element: Any) -> None:
        gone = sum(len(one.text or "") for one in element.iter("{*}delText", "{*}t"))
        moved = name_of(element) == "w:moveFrom"
        if gone and not moved:
            self._beside.deletions += 1
            self._beside.deleted += gone

    def _insert(self, element: Any) -> None:
        relation = self._relations.get(attribute(element, "r:id"))
        if relation:
            self._beside.inserted.append(relation.target)

    def _table(self, table: Any) -> list[str]:
        lines = []
        rows: list[list[str]] = []
        self._depth += 1
        for row in _inside(table, "w:tr"):
            facts = child(row, "w:trPr")
            if facts is not None and child(facts, "w:del") is not None:
                self._delete(row)
                continue
            cells = [self.lines(cell) for cell in _inside(row, "w:tc")]
            lines += _row(cells)
            if self._depth == 1:
                rows.append(["\n".join(_stripped(cell)) for cell in cells])
        self._depth -= 1
        if not self._depth:
            self.tables.append(rows)
        return lines

    def _draw(self, element: Any) -> None:
        """Read the text boxes of a drawing and name what else it shows; of two forms of one drawing only the first."""
        waiting = [element]
        described = texts = 0
        while waiting:
            one = waiting.pop()
            name = name_of(one)
            if name == "mc:AlternateContent":
                waiting += reversed(chosen(one))
                continue
            if name == "w:txbxContent":
                said = self.lines(one)  # may hold boxes of its own
                self._boxes = [*self._boxes, *said]
                texts += 1
                continue
            if name == "a:t" and (one.text or "").strip():
                self._boxes.append(one.text)
                texts += 1
            elif name == "v:textpath" and attribute(one, "v:string"):
                self._boxes.append(attribute(one, "v:string"))
                texts += 1
            if what := shown(one, name):
                self._beside.drawn[what] += 1
                described += 1
            waiting += reversed(one)
        if not described and not texts:
            self._beside.drawn["a drawing"] += 1


def _inside(parent: Any, wanted: str) -> Iterator[Any]:
    """Give the rows of a table or the cells of a row, also those in content controls and tracked insertions."""
    for element in parent:
        name = name_of(element)
        if name == wanted:
            yield element
        elif name not in _SILENT and name not in ("w:tbl", "w:p"):
            yield from _inside(element, wanted)


def _row(cells: list[list[str]]) -> list[str]:
    """Return a row of a table: on one line with tabs, or cell under cell where one of them has several lines."""
    cells = [_stripped(cell) for cell in cells]
    if all(len(cell) < 2 for cell in cells):
        return ["\t".join(cell[0] if cell else "" for cell in cells).rstrip("\t")]
    return [line for cell in cells for line in cell]


def _stripped(lines: list[str]) -> list[str]:
    """Return lines without the blank ones at both ends."""
    said = [at for at, line in enumerate(lines) if line.strip()]
    return lines[said[0] : said[-1] + 1] if said else []
