"""Plain text into comments: one letter, or several parted by a line, with the head of a mail told from its text."""

import re
from collections.abc import Iterator
from email.utils import parseaddr
from typing import Final

from frhearing.intake.draft import SourceRow, Table
from frhearing.intake.forwarding import Said, letter_of
from frhearing.intake.quoting import HEAD_LINE, HEAD_WORDS

NAME: Final = "From: name"
ADDRESS: Final = "From: e-mail"
DATE: Final = "Date"
SUBJECT: Final = "Subject"
HEAD: Final = "Head of the mail"
TEXT: Final = "Text"
ORGANIZATION: Final = "Organization"
CHANNEL: Final = "Channel"
ATTACHED: Final = "Attachments"
ATTACHED_TEXT: Final = "Text of the attachments"
QUOTED: Final = "Quoted below"
MESSAGE_ID: Final = "Message-ID"
PASSED_ON: Final = "Passed on by"
"""Who sent in a letter that somebody else wrote, with what they put above it."""
MAIL_KIND: Final = "What the mail is"
"""Empty for a plain letter, else such as ``automatic reply``."""
MARGIN: Final = "Notes in the margin"
EDGES: Final = "Header and footer"
AUTHOR: Final = "Author (file properties)"
TITLE: Final = "Title (file properties)"
WRITTEN: Final = "Created (file properties)"
"""What a document says of itself is often about the machine or the form and not about who sent it."""
LINKS: Final = "Links"
PRINTED: Final = "Printed on the form"
SPEAKER: Final = "Speaker"
TIME: Final = "Time"
"""When a turn of a transcript was spoken, from the beginning of its recording: ``00:01:02–00:02:03``."""
LETTER_FIELDS: Final = {
    TEXT: "text", NAME: "name", ADDRESS: "email", DATE: "received", SUBJECT: "subject", SPEAKER: "name",
    ORGANIZATION: "organization", CHANNEL: "channel", ATTACHED: "attachments", ATTACHED_TEXT: "attached_text",
    MESSAGE_ID: "external_id",
}  # fmt: skip
"""The columns that readers of letters name alike, whatever stands in them, and the fields they go to."""

_PARTING: Final = re.compile(r"[ \t]*(?:([-=*_#~+])(?:[ \t]*\1){2,}|\x0c)[ \t]*")


def read_letters(text: str, file: str, parting: str = "") -> Table:
    """Make a table of a plain text: one row, or one per part between lines that equal ``parting``.

    The texts stand there letter for letter. Where a part begins like a mail, its head is set apart and read.
    """
    parts = list(_parts(text, parting)) if parting else [text]
    heads = [_mail_head(part) for part in parts]
    rows = [(number, part, *head) for number, (part, head) in enumerate(zip(parts, heads, strict=True), 1)]
    rows = [row for row in rows if row[1].strip()]
    if not any(head for _, _, _, head, _ in rows):
        return Table(file, (TEXT,), None, tuple(SourceRow(row[0], (row[1],)) for row in rows))
    made = tuple(SourceRow(number, _mail_cells(said, head, body)) for number, _, said, head, body in rows)
    return Table(file, (NAME, ADDRESS, DATE, SUBJECT, PASSED_ON, HEAD, QUOTED, TEXT), None, made)


def _mail_cells(head: dict[str, str], head_lines: str, body: str) -> tuple[str, ...]:
    """Return the cells of a letter: what is quoted below a mail is set apart, a mail passed on is its writer's."""
    name, address = sender(head.get("from", ""))
    said = letter_of(body, head.get("subject", ""), name) if head_lines else Said(body)
    date, subject, by = head.get("date", ""), head.get("subject", ""), ""
    if said.passed_on:
        by = "\n".join(filter(str.strip, (head.get("from", ""), said.cover)))
        name, address = sender(said.sender)
        date, subject = said.date, said.subject or subject
    return name, address, date, subject, by, head_lines, said.quoted, said.own


def partings(text: str) -> dict[str, int]:
    """Return the lines that might part several letters, such as ``-----``, with how often each stands there."""
    found: dict[str, int] = {}
    for line in text.splitlines():
        if _PARTING.fullmatch(line):
            found[line.strip(" \t")] = found.get(line.strip(" \t"), 0) + 1
    return found


def _parts(text: str, parting: str) -> Iterator[str]:
    """Give the text between the lines that equal ``parting``, without those lines."""
    start = 0
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip(" \t\r\n") == parting.strip(" \t\r\n"):
            yield text[start:at]
            start = at + len(line)
        at += len(line)
    yield text[start:]


def _mail_head(text: str) -> tuple[dict[str, str], str, str]:
    """Return what a mail's first lines say, those lines, and the text below them.

    It is a head only if it names a sender and a date or subject, and a blank line ends it; else it is text.
    """
    said: dict[str, str] = {}
    end = 0
    for line in text.splitlines(keepends=True):
        if not line.strip():
            end += len(line)
            if said:
                break
            continue
        match = HEAD_LINE.fullmatch(line.rstrip("\r\n"))
        word = HEAD_WORDS.get(match[1].lower()) if match else None
        if match is None or word is None:
            return {}, "", text
        if word and match[2]:
            said.setdefault(word, match[2])
        end += len(line)
    if "from" not in said or not said.keys() & {"date", "subject"} or not text[end:].strip():
        return {}, "", text
    return said, text[:end], text[end:]


def sender(written: str) -> tuple[str, str]:
    """Part a sender such as ``Jane Roe <jane@example.org>`` into name and address; what is no address is a name."""
    outlook = re.fullmatch(r"(.*?)\s*\[mailto:(\S+)\]", written)
    if outlook:
        return outlook[1], outlook[2]
    name, address = parseaddr(written)
    if "@" not in address:
        return written, ""
    return name, address
