"""A sender's own words told from the words of others below them, line by line; every line stays in one of the two.

Libraries for this strip or reorder lines, or take all below the first quote for quoted, which loses what a
sender wrote between the lines. The openings known here are those of the usual mail programs, English and Spanish
first; what is not surely a quote stays the sender's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

HEAD_WORDS: Final = {
    "from": "from", "de": "from", "date": "date", "sent": "date", "fecha": "date", "enviado": "date",
    "enviado el": "date", "subject": "subject", "re": "subject", "asunto": "subject", "to": "to", "para": "to",
    "cc": "", "bcc": "", "cco": "", "reply-to": "", "importance": "", "importancia": "", "attachments": "",
    "datos adjuntos": "",
}  # fmt: skip
"""The words that begin a line in the head of a mail, and what that line tells (empty: nothing kept apart)."""

HEAD_LINE: Final = re.compile(r"[ \t]*([A-Za-z][A-Za-z -]{0,15}?)[ \t]*:[ \t]*(.*?)[ \t]*")
_BOLD_HEAD_LINE: Final = re.compile(r"\*{0,2}([A-Za-z][A-Za-z -]{0,15}?)[ \t]*:\*{0,2}[ \t]*(.*)")
_MARKED: Final = re.compile(r"[ \t]{0,3}>")
_MARKS: Final = re.compile(r"\A[ \t]{0,3}(?:>[ \t]?)+")
_ORIGINAL: Final = re.compile(
    r"[-_=* ]*-{2,} ?(?:original (?:message|appointment)|mensaje original|message d'origine|"
    r"ursprüngliche nachricht|mensagem original|messaggio originale) ?-{2,}[-_=* ]*",
    re.IGNORECASE,
)
_FORWARD: Final = re.compile(
    r"-{2,} ?(?:forwarded (?:message|by .*)|mensaje reenviado|message transféré|weitergeleitete nachricht|"
    r"mensagem encaminhada|messaggio inoltrato).*-{2,}.*|"
    r"(?:begin forwarded message|inicio del mensaje reenviado|forwarded message) ?:",
    re.IGNORECASE,
)
_GROUPWISE: Final = re.compile(r">>> ?(\S.*?),? ?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}.*>>>")
_WROTE_BEGIN: Final = re.compile(r"(?:On|El|Le|Am|Em|Op|Il|Den)\s", re.IGNORECASE)
_WROTE_END: Final = re.compile(
    r".*\b(?:wrote|writes|escribió|escribio|a écrit|schrieb(?: .*)?|escreveu|ha scritto|schreef(?: .*)?)\s?:",
    re.IGNORECASE,
)
_DATED_OR_ADDRESSED: Final = re.compile(r"@|\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b|\d[/.-]\d{1,2}[/.-]\d")
_RULE: Final = re.compile(r"[_-]{5,}")
_LIST_FOOTER: Final = re.compile(r"mailing list|listinfo|unsubscribe|lista de correo|Google Groups", re.IGNORECASE)
_LONGEST_WROTE: Final = 4
_FOOTER_WITHIN: Final = 12


class Opening(StrEnum):
    """What the words of others begin with."""

    WROTE = "wrote"
    ORIGINAL = "original"
    FORWARD = "forward"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text taken apart: the own words, the words of others, and what the first unmarked block of these tells.

    ``said`` holds what its head says (from, date, subject, to), ``below`` the text under that head.
    """

    own: str
    others: str = ""
    opening: Opening | None = None
    said: dict[str, str] = field(default_factory=dict)
    below: str = ""


def part(text: str) -> Quoted:
    """Tell the own words of a text from those of others. Each line, with its end, stands in exactly one of them."""
    lines = text.splitlines(keepends=True)
    bare = [_bare(line) for line in lines]
    own = [True] * len(lines)
    found: tuple[Opening, int, dict[str, str], int] | None = None
    at = 0
    while at < len(lines):
        marked = _marked_block(lines, bare, at)
        if marked > at:
            own[at:marked] = [False] * (marked - at)
            at = marked
            continue
        found = _opening(lines, bare, at)
        if found:
            own[at:] = [False] * (len(lines) - at)
            break
        at += 1
    _set_footer_apart(bare, own)
    kept = "".join(line for line, mine in zip(lines, own, strict=True) if mine)
    others = "".join(line for line, mine in zip(lines, own, strict=True) if not mine)
    if not found:
        return Quoted(kept, others)
    opening, _, said, body = found
    return Quoted(kept, others, opening, said, "".join(lines[_next_line(bare, body) :]))


def unmarked(text: str) -> str:
    """Take one mark of quoting off each line."""
    return "".join(re.sub(r"^[ \t]{0,3}>[ \t]?", "", line) for line in text.splitlines(keepends=True))


def is_marked(text: str) -> bool:
    """Tell whether every line that says something is marked as quoted."""
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and all(_MARKED.match(line) for line in lines)


def head_at(lines: Sequence[str], at: int) -> tuple[dict[str, str], int]:
    """Read the head of a mail that begins at a line: what it says and the number of the line below it.

    It is a head only with a sender, a date and a subject or recipient; else nothing and the same line are given.
    """
    said: dict[str, str] = {}
    last, end, index = "", at, at
    while index < len(lines):
        match = _BOLD_HEAD_LINE.fullmatch(lines[index])
        word = HEAD_WORDS.get(match[1].lower()) if match else None
        if match and word is not None:
            last = word or "other"
            said.setdefault(last, match[2].strip(" *"))
            end = index + 1
        elif lines[index] and last in ("to", "other") and index - end < 3:
            pass  # a list of recipients that runs over several lines
        elif lines[index] or index != end or not last:
            break
        index += 1
    if not {"from", "date"} <= set(said) or not set(said) & {"subject", "to"}:
        return {}, at
    return said, end


def _bare(line: str) -> str:
    """A line without its marks of quoting and the white space around it."""
    return _MARKS.sub("", line, count=1).strip(" \t\r\n\x0b\x0c\N{NO-BREAK SPACE}\u2028\u2029\x85")


def _marked_block(lines: Sequence[str], bare: Sequence[str], at: int) -> int:
    """Return the end of a block of marked lines that begins at a line, with the line that introduces it.

    One marked line alone with nothing before it may be anything ("> 50 feet") and is left.
    """
    wrote = _wrote(bare, at)
    start = _next_line(bare, wrote) if wrote else at
    end, count = start, 0
    for index in range(start, len(lines)):
        if _MARKED.match(lines[index]):
            end, count = index + 1, count + 1
        elif bare[index] or not count:
            break
    return end if count > (0 if wrote else 1) else at


def _opening(lines: Sequence[str], bare: Sequence[str], at: int) -> tuple[Opening, int, dict[str, str], int] | None:
    """Return what begins at a line and takes in everything below: its kind, where, what it says, where its text is."""
    line = bare[at]
    groupwise = _GROUPWISE.fullmatch(lines[at].strip())
    if groupwise:
        return Opening.WROTE, at, {"from": groupwise[1]}, at + 1
    if not line or _MARKED.match(lines[at]):
        return None
    for opening, words in ((Opening.ORIGINAL, _ORIGINAL), (Opening.FORWARD, _FORWARD)):
        if words.fullmatch(line):
            said, body = head_at(bare, _next_line(bare, at + 1))
            return opening, at, said, body
    wrote = _wrote(bare, at)
    if wrote and _DATED_OR_ADDRESSED.search(" ".join(bare[at:wrote])):
        return Opening.WROTE, at, _who_wrote(" ".join(bare[at:wrote])), _next_line(bare, wrote)
    start = _next_line(bare, at + 1) if _RULE.fullmatch(line) else at
    if start < len(bare) and (match := _BOLD_HEAD_LINE.fullmatch(bare[start])):
        said, body = head_at(bare, start) if HEAD_WORDS.get(match[1].lower()) == "from" else ({}, start)
        if said:
            return Opening.HEAD, at, said, body
    return None


def _wrote(bare: Sequence[str], at: int) -> int:
    """Return the line after ``On … wrote:``, which mail programs break over several lines; 0 if none begins there."""
    if at >= len(bare) or not bare[at]:
        return 0
    begins = bool(_WROTE_BEGIN.match(bare[at]))
    for end in range(at + 1, min(at + 1 + (_LONGEST_WROTE if begins else 1), len(bare) + 1)):
        line = bare[end - 1]
        if not line or len(line) > 300:
            return 0
        if line.endswith(":") and _WROTE_END.fullmatch(line):
            return end
    return 0


def _who_wrote(line: str) -> dict[str, str]:
    """Read who wrote from ``On <date>, Jane Roe <jane@example.org> wrote:``, where an address tells who it is."""
    match = re.search(r"([^,<>\d:]*?)\s*\(?<([^<>\s]+@[^<>\s]+?)(?:\s*<[^<>]*)?>+\)?", line)
    return {"from": f"{match[1].strip()} <{match[2]}>".strip()} if match else {}


def _next_line(bare: Sequence[str], at: int) -> int:
    """Return the first line from there on that says something."""
    while at < len(bare) and not bare[at]:
        at += 1
    return at


def _set_footer_apart(bare: Sequence[str], own: list[bool]) -> None:
    """Take the lines that a mailing list adds at the end for others' words."""
    for at in range(max(0, len(bare) - _FOOTER_WITHIN), len(bare)):
        drawn = own[at] and (_RULE.fullmatch(bare[at]) or bare[at] == "--")
        if drawn and _LIST_FOOTER.search(" ".join(bare[at : at + 5])):
            own[at:] = [False] * (len(bare) - at)
            return
