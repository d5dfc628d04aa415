"""A mailbox (MBOX) into its messages: a line "From …" begins each, and lines like it in a text are guarded by ">"."""

import re
from collections.abc import Iterator
from typing import Final

from frhearing.intake.draft import Reading, Unreadable
from frhearing.intake.formats.mail import message as mail
from frhearing.intake.formats.mail.letter import Letter
from frhearing.intake.formats.mail.lettering import plain
from frhearing.intake.formats.mail.mime import read_message
from frhearing.intake.formats.mail.records import Records
from frhearing.intake.source import Source

_BEGINS: Final = re.compile(rb"^From (?:[^\r\n]*\d{4}[^\r\n]*|[^\s@]+@\S+[ \t]*)\r?\n", re.MULTILINE)
_HEADER: Final = re.compile(rb"[!-9;-~]+[ \t]*:|>From ")
_LENGTH: Final = re.compile(rb"^Content-Length:[ \t]*(\d{1,10})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_HEAD_END: Final = re.compile(rb"\n\r?\n")
_LAST_BLANK: Final = re.compile(rb"\r?\n\r?\n\Z")  # the blank line before the next message is the mailbox's own
_UNGUARDED: Final = re.compile(rb"^From ", re.MULTILINE)
_GUARDED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(source: Source) -> Reading:
    """Read a mailbox; a message that cannot be read costs itself and one note.

    Raises Unreadable for one without a message.
    """
    records = Records(source)
    for parting, data, end in _messages(source.data):
        source.progress(end, len(source.data))
        try:
            letter = read_message(data, source.encoding)
        except Unreadable as fault:
            letter = Letter()
            letter.leave(f"all of it: {fault}")
        _fill_in(letter, plain(parting.decode("ascii", "surrogateescape"), source.encoding))
        records.add(letter)
    # Where no line begins a message, all of it may be one.
    return records.reading() if records.rows else mail.read(source)


def _messages(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Give for each message the line that begins it, the message itself and where it ends."""
    begun = _begins(data, 0)
    while begun:
        start = begun.end()
        end, counted = _end_by_length(data, start)
        following = _begins(data, end if counted else start)
        if not counted:
            end = following.start() if following else len(data)
        message = data[start:end]
        # Where the length is given and right, nothing was guarded if a line "From " stands unguarded.
        if not (counted and _UNGUARDED.search(message)):
            message = _GUARDED.sub(rb"\1", message)
        yield begun[0], _LAST_BLANK.sub(b"\n", message), end
        begun = following


def _begins(data: bytes, start: int) -> "re.Match[bytes] | None":
    """Find the next line that parts messages: after a blank line, and with a header below it."""
    for match in _BEGINS.finditer(data, start):
        above = data[max(0, match.start() - 4) : match.start()]
        after_blank = not above or above in (b"\n", b"\r\n") or above.endswith((b"\n\n", b"\n\r\n"))
        if after_blank and _HEADER.match(data, match.end()):
            return match
    return None


def _end_by_length(data: bytes, start: int) -> tuple[int, bool]:
    """Return where a message ends by the length that its header tells, and whether that is right."""
    head = _HEAD_END.search(data, start)
    told = _LENGTH.search(data, start, head.start() + 1) if head else None
    if not head or not told:
        return start, False
    end = head.end() + int(told[1])
    rest = data[end : end + 8]
    begins = rest.startswith((b"From ", b"\nFrom ", b"\r\nFrom "))
    return end, end <= len(data) and (begins or rest in (b"", b"\n", b"\r\n"))


def _fill_in(letter: Letter, parting: str) -> None:
    """Let the line that begins a message stand in for a sender or a date that its header does not have."""
    _, _, rest = parting.partition(" ")
    address, _, moment = rest.partition(" ")
    if not letter.name and not letter.address and "@" in address:
        letter.address = address.strip("<>")
        letter.remark("its mailbox tells who delivered it, which stands in for the sender")
    if not letter.date and moment.strip():
        letter.date = moment.strip()
        letter.remark("its mailbox tells when it came in, which stands in for the date")
