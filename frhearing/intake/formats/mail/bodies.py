"""The text of a message: which of its versions is read, and what the other version says that this one does not."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from frhearing.intake.formats.web.markup import read_html

_STUB: Final = re.compile(
    r"(?:does(?:n't| not) (?:support|display)|(?:cannot|can't) (?:display|read)|unable to (?:display|view)|"
    r"no admite|no soporta|no puede mostrar).{0,60}html|html[- ](?:capable|compatible|enabled|format)|"
    r"(?:this|the) (?:message|e-?mail|mail) (?:is|was sent|contains|requires).{0,40}html|"
    r"view (?:this|the) (?:message|e-?mail|mail).{0,40}(?:html|browser|online)|"
    r"(?:ver|vea) este (?:mensaje|correo).{0,40}(?:html|navegador)",
    re.IGNORECASE | re.DOTALL,
)
_STUB_LENGTH: Final = 600
_WORD: Final = re.compile(r"\w+")
_ADDRESS_OF_LINK: Final = re.compile(r"(?:https?://|mailto:|cid:|www\.)[^\s<>\])]*", re.IGNORECASE)
_SHOWN_WORDS: Final = 12


@dataclass(slots=True)
class Body:
    """The versions of a text that a message holds, and the phrases that name what is in neither."""

    plain: str = ""
    page: str = ""
    left: list[str] = field(default_factory=list)

    def add(self, other: "Body") -> None:
        """Let another text follow, in each of the versions it has."""
        if other.plain.strip() or other.page.strip():
            for_plain, for_page = other.plain or text_of(other), other.page or _escaped(other.plain)
            if self.page or other.page:
                self.page = (self.page or _escaped(self.plain)) + for_page
            if self.plain or other.plain or not self.page:
                self.plain = _joined(self.plain, for_plain)
        self.left += other.left


def text_of(body: Body) -> str:
    """Return the text to read; what only the other version says is named in ``left``."""
    if not body.page.strip():
        return body.plain
    page = read_html(body.page)
    body.left += page.not_read
    if page.title and further_words(page.title, page.text):
        body.left.append(f"the title of its HTML (“{page.title[:80]}”)")
    if is_stub(body.plain, page.text):
        if body.plain.strip():
            body.left.append(f"its plain text, which only says “{' '.join(body.plain.split())[:80]}”")
        return page.text
    further = further_words(page.text, body.plain)
    if further:
        shown = " ".join(further[:_SHOWN_WORDS]) + (" …" if len(further) > _SHOWN_WORDS else "")
        body.left.append(f"its HTML version, which has words that its plain text has not (“{shown}”)")
    return body.plain


def is_stub(plain: str, page: str) -> bool:
    """Tell whether a plain text stands there only for show: empty, or a word that the mail is written in HTML."""
    said = plain.strip()
    if not page.strip() or not any(letter.isalnum() for letter in said):
        return bool(page.strip())
    if len(said) > _STUB_LENGTH or not _STUB.search(said):
        return False
    # What is said to the reader of the plain text only does not stand in the other version.
    return len(further_words(said, page)) * 2 > len(_WORD.findall(said))


def unflowed(text: str, *, drop_space: bool) -> str:
    """Join the lines that a mail program broke (RFC 3676, format=flowed); quoted ones keep one mark a line."""
    out: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        if flows and drop_space:
            content = content[:-1]
        if depth == open_depth and content != "-- ":
            out[-1] += content
        else:
            out.append(">" * depth + " " * bool(depth) + content)
        open_depth = depth if flows else -1
    return "\n".join(out)


def further_words(longer: str, known: str) -> list[str]:
    """Return the words of one text that another does not have, in order; addresses of links do not count."""
    have = Counter(_WORD.findall(_ADDRESS_OF_LINK.sub(" ", known).casefold()))
    further = []
    for word in _WORD.findall(_ADDRESS_OF_LINK.sub(" ", longer)):
        if have[word.casefold()] > 0:
            have[word.casefold()] -= 1
        else:
            further.append(word)
    return further


def _joined(above: str, below: str) -> str:
    return above + ("" if not above or above.endswith("\n") else "\n") + below


def _escaped(text: str) -> str:
    """A plain text as a piece of HTML, for messages that have some of their text in either form."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<pre>{safe}</pre>" if text else ""
