"""Whose letter a mail is: the sender's own, or one that somebody only passed on, as staff do with public comment."""

import re
from dataclasses import dataclass, replace
from typing import Final

from frhearing.intake.quoting import Opening, is_marked, part, unmarked

_FORWARD_SUBJECT: Final = re.compile(
    r"\s*(?:(?:\[[^\]]*\]|fwd?|rv|reenv|tr|wg|enc)\s*:?\s*)*?(?:fwd?|rv|reenv|tr|wg|enc)\s*:", re.I
)
_REPLY_SUBJECT: Final = re.compile(r"\s*(?:re|aw|sv|res?p|rta)\s*:", re.IGNORECASE)
_DEEPEST: Final = 4
_NAME: Final = re.compile(r'[^<>\[\]"]+')
_BANNER: Final = re.compile(
    r".*\b(?:external (?:e-?mail|sender|message)|originat\w+ (?:from )?outside|outside (?:of )?(?:the|your|our) "
    r"(?:organi[sz]ation|city|county|network)|do not click|correo externo).*|\[?external\]?|caution:?",
    re.IGNORECASE,
)
_STOCK: Final = re.compile(
    r"(?:fyi|fyr|fw|fwd|see below|(?:please )?see (?:the )?(?:below|attached|following|e-?mail below)(?: .{0,40})?|"
    r"for (?:the|your) (?:record|records|file|files|information|info|review|packet|agenda packet)|"
    r"(?:written )?public comment(?: (?:for|on|re) .{0,60})?|forward(?:ed|ing)(?: .{0,40})?|"
    r"(?:para su|para tu) (?:información|informacion|conocimiento)|ver (?:abajo|adjunto)|"
    r"sent from .{1,40}|get outlook for .{1,40}|enviado desde .{1,40})[,.:;!]*",
    re.IGNORECASE,
)
_GREETS: Final = re.compile(
    r"(?:hi|hello|dear|good (?:morning|afternoon|evening)|hola|buenos días|buenas tardes)\b", re.IGNORECASE
)
_GREETING: Final = re.compile(r"[\w.&-]+(?: [\w.&-]+){0,4}[,:!]*")
_OPINION: Final = re.compile(
    r"\b(?:i|we|you|no|not|yes|please|do|don|this|that|it|is|are|stop|vote|oppose|support|against|agree|approve|reject|"
    r"deny|object|yo|nosotros|apoyo|apruebo|contra|favor)\b",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"(?:thanks?|thank you|many thanks|regards|best|best regards|kind regards|sincerely|respectfully|"
    r"gracias|saludos|atentamente)[,.!]*",
    re.IGNORECASE,
)
_SIGNATURE_LINES: Final = 14
_SIGNATURE_WIDTH: Final = 90


@dataclass(frozen=True, slots=True)
class Said:
    """A mail's words: the letter itself, what is quoted below it, and for a letter passed on whose it is.

    ``sender``, ``date`` and ``subject`` are empty for a sender's own letter, and as written in the forward else;
    ``cover`` is what the one who passed it on put above it. ``unsure`` tells that own and quoted words could not be
    told apart and all of them were taken for own.
    """

    own: str
    quoted: str = ""
    passed_on: bool = False
    sender: str = ""
    date: str = ""
    subject: str = ""
    cover: str = ""
    unsure: bool = False


def letter_of(text: str, subject: str = "", sender: str = "", depth: int = 0) -> Said:
    """Find the letter in a mail's text. ``sender`` is the name of the one who sent it, to know the signature by."""
    found = part(text)
    if not found.others.strip():
        return Said(text)
    if found.own.strip() and not (found.opening and is_cover(found.own, sender)):
        return Said(found.own, found.others)
    if found.opening is None or depth >= _DEEPEST or not _is_forward(found.opening, subject, found.below):
        return Said(found.own, found.others) if is_said(found.own) else Said(text, unsure=True)
    below = unmarked(found.below) if is_marked(found.below) else found.below
    inner = letter_of(below, found.said.get("subject", ""), found.said.get("from", ""), depth + 1)
    if inner.passed_on:
        return replace(inner, cover=found.own + inner.cover)
    return replace(
        inner,
        passed_on=True,
        sender=found.said.get("from", ""),
        date=found.said.get("date", ""),
        subject=found.said.get("subject", ""),
        cover=found.own,
    )


def is_cover(own: str, sender: str) -> bool:
    """Tell whether words above a forward say nothing of their own: stock phrases, a warning's banner, a signature."""
    lines = [line.strip(" \t\N{NO-BREAK SPACE}*_") for line in own.splitlines()]
    lines = [line for line in lines if line]
    names = {name.strip().casefold() for name in _NAME.findall(sender) if "@" not in name and len(name.strip()) > 3}
    for at, line in enumerate(lines):
        if line == "--" or line.casefold() in names or _CLOSING.fullmatch(line):
            rest = lines[at + 1 :]
            return len(rest) <= _SIGNATURE_LINES and all(len(one) <= _SIGNATURE_WIDTH for one in rest)
        if not (_BANNER.fullmatch(line) or _is_stock(line) or (at == 0 and _is_greeting(line))):
            return False
    return True


def _is_stock(line: str) -> bool:
    """Tell whether a line is made of phrases with which letters are passed on."""
    clauses = [clause for clause in re.split(r"\s*[,.:;!]+\s*", line) if clause]
    return bool(clauses) and (_STOCK.fullmatch(line) is not None or all(map(_STOCK.fullmatch, clauses)))


def _is_greeting(line: str) -> bool:
    """Tell whether a line only greets: ``Hi Ana,`` or ``All,``."""
    ends = line.endswith((",", ":")) or _GREETS.match(line) is not None
    return ends and _GREETING.fullmatch(line) is not None and not _OPINION.search(line)


def is_said(text: str) -> bool:
    """Tell whether a text holds any letter or digit."""
    return any(letter.isalnum() for letter in text)


def _is_forward(opening: Opening, subject: str, below: str) -> bool:
    """Tell whether what stands below was passed on, and not merely quoted under an empty answer."""
    if not is_said(below):
        return False
    if opening is Opening.FORWARD or _FORWARD_SUBJECT.match(subject):
        return True
    return opening in (Opening.HEAD, Opening.ORIGINAL) and not _REPLY_SUBJECT.match(subject)
