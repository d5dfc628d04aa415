"""HTML into readable text: lines as a reader sees them, links with their addresses, quotes marked, nothing run.

What a reader would not see (hidden text, comments, scripts) is left out of the text and named instead.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from frhearing.intake.formats.web.markup_lines import SPACES, Writer

_UNSEEN: Final = {
    "script": "a script", "style": "", "head": "", "template": "a template", "iframe": "a page inside the page",
    "object": "an embedded object", "embed": "an embedded object", "applet": "an embedded object",
    "audio": "a sound", "video": "a film", "svg": "a drawing", "math": "", "canvas": "a drawing",
}  # fmt: skip
_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_FOR_PROGRAMS: Final = re.compile(r"\s*(?:\[(?:if|endif)\b|<!|/?\*|StartFragment|EndFragment)", re.IGNORECASE)
_LONGEST_NAMED: Final = 80
_MOST_NAMED: Final = 20


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
    writer = Writer()
    outside = [*root.itersiblings(preceding=True), *root.itersiblings()]
    for comment in (one for one in outside if one.tag is etree.Comment):
        writer.leave(_comment(comment.text or ""))
    _walk(root, writer)
    return Markup(writer.text(), writer.title, _first_of(writer.left))


def _stripped(page: str) -> Markup:
    """Take the tags out of what no parser makes a page of; comments are named."""
    left = tuple(_comment(found) for found in re.findall(r"<!--(.*?)-->", page, re.DOTALL))
    bare = re.sub(r"(?is)<!--.*?-->|<(script|style)\b.*?</\1\s*>", "", page)
    lines = html.unescape(re.sub(r"<[^<>]*>", "\n", bare)).splitlines()
    text = "\n".join(filter(None, (line.strip() for line in lines)))
    return Markup(text, not_read=_first_of(left))


def _first_of(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return each phrase once; a page that hides hundreds of words has the first of them named and the rest counted."""
    found = tuple(dict.fromkeys(filter(None, phrases)))
    further = (f"{len(found) - _MOST_NAMED} more parts of the HTML that no reader sees",)
    return found if len(found) <= _MOST_NAMED + 1 else found[:_MOST_NAMED] + further


def _walk(root: etree._Element, writer: Writer) -> None:
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
                    writer.title = SPACES.sub(" ", "".join(element.xpath("string(.//title)"))).strip()
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
    said = SPACES.sub(" ", "".join(element.itertext("*"))).strip()
    source = element.get("src") or element.get("data") or ""
    if not said and what == "hidden text":
        return ""
    return _quoted(what, said or source)


def _comment(said: str) -> str:
    """Name a comment; conditions for mail programs are named only where they hide words."""
    if _FOR_PROGRAMS.match(said):
        words = SPACES.sub(" ", re.sub(r"(?is)<(xml|style)\b.*?</\1>|<[^>]*>|\[[^\]]*\]|<!?|--|>", " ", said)).strip()
        return _quoted("text for some mail programs only", words) if re.search(r"[^\W\d_]{2}", words) else ""
    words = SPACES.sub(" ", said).strip()
    return _quoted("a comment in the HTML", words) if words else ""


def _quoted(what: str, said: str) -> str:
    if not said:
        return what
    return f"{what} (“{said[:_LONGEST_NAMED]}{'…' if len(said) > _LONGEST_NAMED else ''}”)"
