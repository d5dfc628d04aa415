"""The lines of an HTML page as they are put together: what breaks a line, what stands apart, what is quoted."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

SPACES: Final = re.compile(r"[ \t\r\n\f]+")
"""The white space that a page shows as one space."""

_BLOCKS: Final = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary "
        "table tbody tfoot thead tr ul",
    )
)
_PARAGRAPHS: Final = frozenset(re.findall(r"\w+", "p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure form"))
_TIGHT: Final = re.compile(r"margin(?:-top|-bottom)?\s*:\s*0", re.IGNORECASE)
_QUOTING: Final = re.compile(r"quote|cite|moz-cite", re.IGNORECASE)
_DEEPEST: Final = 20
RULE: Final = "________________"
"""How a line across the page stands in the text."""


@dataclass(slots=True)
class Writer:
    """Puts lines together as a page is walked through: what breaks a line, what stands apart, what is quoted."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    said: bool = False
    breaks: int = 0
    cells: int = 0
    fresh: bool = False
    depth: int = 0
    line_depth: int = 0
    verbatim: int = 0
    quotes: list[etree._Element] = field(default_factory=list)
    anchors: list[tuple[int, int]] = field(default_factory=list)
    title: str = ""
    left: list[str] = field(default_factory=list)

    def leave(self, named: str) -> None:
        """Name something that is not in the text."""
        if named:
            self.left.append(named)

    def say(self, words: str) -> None:
        """Write words on the current line, their white space as a page shows it."""
        if self.verbatim:
            first, *rest = words.replace("\r\n", "\n").split("\n")
            self._put(first)
            for further in rest:
                self.new_line()
                self._put(further)
            return
        words = SPACES.sub(" ", words)
        if words.startswith(" ") and (self.breaks or not self.pieces or self.pieces[-1][-1] in " \t"):
            words = words[1:]
        self._put(words)

    def _put(self, words: str) -> None:
        if not words:
            return
        if words.strip(" "):
            self._settle()
            self.fresh = False
        elif self.breaks:
            return
        if not self.pieces:
            self.line_depth = self.depth
        self.pieces.append(words)
        self.said = self.said or bool(words.strip(" "))

    def _settle(self) -> None:
        """Carry out the breaks that were asked for, now that something follows."""
        if self.breaks:
            if self.said:
                self.new_line()
            if self.breaks > 1 and self.lines and self.lines[-1].strip("> \N{NO-BREAK SPACE}"):
                self.new_line()
        self.breaks = 0

    def new_line(self) -> None:
        """End the current line, even an empty one."""
        depth = self.line_depth if self.pieces else self.depth
        line = "".join(self.pieces).rstrip(" ")
        # Many programs keep a blank line open with a space that does not break.
        self.lines.append("> " * min(depth, _DEEPEST) + (line if line.strip(" \N{NO-BREAK SPACE}") else ""))
        self.pieces, self.said = [], False

    def start(self, element: etree._Element) -> None:
        """Begin an element."""
        tag = str(element.tag)
        if tag == "br":
            self._break_line()
        elif tag in ("td", "th"):
            self._cell()
        elif tag in _BLOCKS and not self.fresh:
            self._ask(tag, element)
        if tag == "blockquote" and _is_quote(element):
            self._settle()
            self.quotes.append(element)
            self.depth += 1
        elif tag == "li":
            self._put("\N{BULLET} ")
        elif tag == "hr":
            self._put(RULE)
        elif tag == "pre":
            self.verbatim += 1
        self._show(tag, element)
        if element.text and tag not in ("img", "input"):
            self.say(element.text)

    def _show(self, tag: str, element: etree._Element) -> None:
        """Write what an element shows besides the text in it."""
        if tag == "img" and element.get("alt", "").strip():
            self.say(f"[{element.get('alt', '').strip()}]")
        elif tag == "input" and element.get("type", "text").lower() not in ("checkbox", "radio", "image"):
            self.say(" " + element.get("value", ""))
        elif tag == "a":
            self.anchors.append((len(self.lines), len(self.pieces)))

    def _cell(self) -> None:
        """Begin a cell of a table, on the line of the one before it."""
        if self.cells and self.said:
            self.breaks = 0
            self.pieces[-1] = self.pieces[-1].rstrip(" ")
            self.pieces.append("\t")
        self.fresh = True
        self.cells += 1

    def _break_line(self) -> None:
        if self.breaks:
            self._settle()
        self.fresh = False
        self.new_line()

    def _ask(self, tag: str, element: etree._Element) -> None:
        """Ask for a new line before what follows, and for a blank one around a paragraph."""
        tight = _TIGHT.search(element.get("style", "")) or element.get("class", "").startswith("Mso")
        self.breaks = max(self.breaks, 2 if tag in _PARAGRAPHS and not tight else 1)

    def end(self, element: etree._Element) -> None:
        """End an element."""
        tag = str(element.tag)
        if tag == "a":
            self._address(element)
        if tag == "pre":
            self.verbatim -= 1
        if tag in _BLOCKS:
            self._ask(tag, element)
        if tag in ("tr", "table"):
            self.cells, self.fresh = 0, False
            self.breaks = 1 if tag == "tr" else self.breaks
        if self.quotes and element is self.quotes[-1]:
            self._settle_quote()

    def _settle_quote(self) -> None:
        """End the line of a quote before it ends, so that no line is half quoted."""
        if self.said:
            self.new_line()
        self.quotes.pop()
        self.depth -= 1

    def _address(self, element: etree._Element) -> None:
        """Write where a link leads, unless its text says it already."""
        lines, start = self.anchors.pop() if self.anchors else (0, 0)
        own = self.pieces[start:] if lines == len(self.lines) else self.pieces
        said = "\n".join([*self.lines[lines:], "".join(own)])
        target = element.get("href", "").strip()
        scheme, _, bare = target.partition(":")
        if scheme.lower() in ("http", "https", "mailto", "tel", "ftp") and bare.strip("/") not in said:
            self.say(f" <{target if scheme.lower() in ('http', 'https', 'ftp') else bare}>")

    def text(self) -> str:
        """The lines written so far, without blank ones at either end."""
        if self.said:
            self.new_line()
        return "\n".join(self.lines).strip("\n")


def _is_quote(element: etree._Element) -> bool:
    """Tell a quote of an earlier mail from a paragraph that is only set in from the margin."""
    marks = " ".join(element.get(name, "") for name in ("class", "type", "id", "cite"))
    return bool(_QUOTING.search(marks)) or bool(element.get("cite"))
