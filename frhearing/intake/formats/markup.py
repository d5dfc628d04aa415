"""HTML into readable text: lines as a reader sees them, links with their addresses, quotes marked, nothing run.

What a reader would not see (hidden text, comments, scripts) is left out of the text and named instead.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_BLOCKS: Final = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary "
        "table tbody tfoot thead tr ul",
    )
)
_PARAGRAPHS: Final = frozenset(re.findall(r"\w+", "p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure form"))
_UNSEEN: Final = {
    "script": "a script", "style": "", "head": "", "template": "a template", "iframe": "a page inside the page",
    "object": "an embedded object", "embed": "an embedded object", "applet": "an embedded object",
    "audio": "a sound", "video": "a film", "svg": "a drawing", "math": "", "canvas": "a drawing",
}  # fmt: skip
_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_TIGHT: Final = re.compile(r"margin(?:-top|-bottom)?\s*:\s*0", re.IGNORECASE)
_QUOTING: Final = re.compile(r"quote|cite|moz-cite", re.IGNORECASE)
_FOR_PROGRAMS: Final = re.compile(r"\s*(?:\[(?:if|endif)\b|<!|/?\*|StartFragment|EndFragment)", re.IGNORECASE)
_LONGEST_NAMED: Final = 80
RULE: Final = "________________"
"""How a line across the page stands in the text."""


@dataclass(slots=True)
class Markup:
    """What an HTML page says: its text, the text of its title, and what of it is not in the text, in short phrases."""

    text: str
    title: str = ""
    not_read: tuple[str, ...] = ()


def text_of_html(page: str) -> str:
    """Return the text of an HTML page as a reader sees it; quoted lines begin with ``> ``."""
    return read_html(page).text


def read_html(page: str) -> Markup:
    """Read an HTML page or a piece of one. Never raises for broken markup; nothing outside it is ever fetched."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        root = etree.fromstring(page.replace("\x00", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        root = None
    if root is None or any("Excessive depth" in fault.message for fault in parser.error_log):
        return _stripped(page)
    writer = _Writer()
    _walk(root, writer)
    return Markup(writer.text(), writer.title, tuple(dict.fromkeys(writer.left)))


def _stripped(page: str) -> Markup:
    """Take the tags out of what no parser makes a page of; comments are named."""
    left = tuple(_comment(found) for found in re.findall(r"<!--(.*?)-->", page, re.DOTALL))
    bare = re.sub(r"(?is)<!--.*?-->|<(script|style)\b.*?</\1\s*>", "", page)
    lines = html.unescape(re.sub(r"<[^<>]*>", "\n", bare)).splitlines()
    text = "\n".join(filter(None, (line.strip() for line in lines)))
    return Markup(text, not_read=tuple(dict.fromkeys(filter(None, left))))


def _walk(root: etree._Element, writer: "_Writer") -> None:
    """Lead a writer through a page; a walk that does not call itself, however deep the page."""
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    hidden: etree._Element | None = None
    for event, element in walker:
        if event == "comment":
            writer.leave(_comment(element.text or ""))
        elif event == "start":
            named = _left_out(element)
            if named is None:
                writer.start(element)
            else:
                writer.leave(named)
                if element.tag == "head":
                    writer.title = _SPACES.sub(" ", "".join(element.xpath("string(.//title)"))).strip()
                hidden = element
                walker.skip_subtree()
        elif event == "end" and element is hidden:
            hidden = None
        elif event == "end":
            writer.end(element)
        if event != "start" and element.tail and element is not root:
            writer.say(element.tail)


def _left_out(element: etree._Element) -> str | None:
    """Return the phrase that names an element no reader sees (empty: not worth naming), None for one that is seen."""
    tag = str(element.tag)
    if tag in _UNSEEN:
        return _named(_UNSEEN[tag], element) if _UNSEEN[tag] else ""
    hidden = "hidden" in element.attrib or _HIDING.search(element.get("style", ""))
    if tag == "input" and element.get("type", "").lower() == "hidden":
        return _quoted("a hidden field of a form", element.get("value", ""))
    return _named("hidden text", element) if hidden else None


def _named(what: str, element: etree._Element) -> str:
    said = _SPACES.sub(" ", "".join(element.itertext("*"))).strip()
    source = element.get("src") or element.get("data") or ""
    if not said and what == "hidden text":
        return ""
    return _quoted(what, said or source)


def _comment(said: str) -> str:
    """Name a comment; conditions for mail programs are named only where they hide words."""
    if _FOR_PROGRAMS.match(said):
        words = _SPACES.sub(" ", re.sub(r"(?is)<(xml|style)\b.*?</\1>|<[^>]*>|\[[^\]]*\]|<!?|--|>", " ", said)).strip()
        return _quoted("text for some mail programs only", words) if re.search(r"[^\W\d_]{2}", words) else ""
    words = _SPACES.sub(" ", said).strip()
    return _quoted("a comment in the HTML", words) if words else ""


def _quoted(what: str, said: str) -> str:
    if not said:
        return what
    return f"{what} (“{said[:_LONGEST_NAMED]}{'…' if len(said) > _LONGEST_NAMED else ''}”)"


@dataclass(slots=True)
class _Writer:
    """Puts lines together as a page is walked through: what breaks a line, what stands apart, what is quoted."""

    lines: list[str] = field(default_factory=list)
    line: str = ""
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
        words = _SPACES.sub(" ", words)
        if words.startswith(" ") and (self.breaks or not self.line or self.line[-1] in " \t"):
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
        if not self.line:
            self.line_depth = self.depth
        self.line += words

    def _settle(self) -> None:
        """Carry out the breaks that were asked for, now that something follows."""
        if self.breaks:
            if self.line.strip(" "):
                self.new_line()
            if self.breaks > 1 and self.lines and self.lines[-1].strip("> \N{NO-BREAK SPACE}"):
                self.new_line()
        self.breaks = 0

    def new_line(self) -> None:
        """End the current line, even an empty one."""
        depth = self.line_depth if self.line else self.depth
        self.lines.append("> " * depth + self.line.rstrip(" "))
        self.line = ""

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
            self.anchors.append((len(self.lines), len(self.line)))

    def _cell(self) -> None:
        """Begin a cell of a table, on the line of the one before it."""
        if self.cells and self.line.strip(" "):
            self.breaks = 0
            self.line = self.line.rstrip(" ") + "\t"
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
        if self.quotes and element is self.quotes[-1]:
            self._settle_quote()

    def _settle_quote(self) -> None:
        """End the line of a quote before it ends, so that no line is half quoted."""
        if self.line.strip(" "):
            self.new_line()
        self.quotes.pop()
        self.depth -= 1

    def _address(self, element: etree._Element) -> None:
        """Write where a link leads, unless its text says it already."""
        lines, start = self.anchors.pop() if self.anchors else (0, 0)
        said = self.line[start:] if lines == len(self.lines) else "\n".join([*self.lines[lines:], self.line])
        target = element.get("href", "").strip()
        scheme, _, bare = target.partition(":")
        if scheme.lower() in ("http", "https", "mailto", "tel", "ftp") and bare.strip("/") not in said:
            self.say(f" <{target if scheme.lower() in ('http', 'https', 'ftp') else bare}>")

    def text(self) -> str:
        """The lines written so far, without blank ones at the end."""
        lines = [*self.lines, "> " * self.line_depth + self.line.rstrip(" ")] if self.line.strip(" ") else self.lines
        return "\n".join(lines).strip("\n")


def _is_quote(element: etree._Element) -> bool:
    """Tell a quote of an earlier mail from a paragraph that is only set in from the margin."""
    marks = " ".join(element.get(name, "") for name in ("class", "type", "id", "cite"))
    return bool(_QUOTING.search(marks)) or bool(element.get("cite"))
