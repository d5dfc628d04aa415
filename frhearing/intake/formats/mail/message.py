"""One message of e-mail (EML, and EMLX of Apple's program) into letters."""

import re
from typing import Final

from frhearing.intake.draft import Reading, Unreadable
from frhearing.intake.formats.mail.mime import read_message
from frhearing.intake.formats.mail.records import read_letters
from frhearing.intake.source import Source

_LENGTH: Final = re.compile(rb"\s*(\d{1,9})[ \t]*\r?\n")
_HEADER: Final = re.compile(rb"(?:[^\r\n]+(?:\r?\n|\r)){0,50}?[!-9;-~]+[ \t]*:")
"""A line of a header among the first lines; one that is damaged may stand before it."""


def read(source: Source) -> Reading:
    """Read a message. Raises Unreadable for one whose parts lie in one another without end."""
    data = source.data.removeprefix(b"\xef\xbb\xbf")
    length = _LENGTH.match(data)
    if length:  # Apple's program writes the length above the message and its own notes below it
        data = data[length.end() : length.end() + int(length[1])]
    data = data.lstrip(b"\r\n")
    if not _HEADER.match(data):
        raise Unreadable(
            f"“{source.file}” should be e-mail, but it does not begin like a message; nothing was imported. "
            "If it is a letter, give it a name that ends in .txt."
        )
    try:
        reading = read_letters(source, [read_message(data, source.encoding)])
    except Unreadable as fault:
        raise Unreadable(f"“{source.file}” could not be read: {fault}; nothing was imported.") from fault
    return reading
