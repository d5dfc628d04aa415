"""Broken headers mended before the standard library sees them: it stops at the first line that is none."""

import re
from email.message import Message
from email.policy import Compat32
from typing import Any, Final

from frhearing.intake.formats.mail.lettering import plain

_HEAD_END: Final = re.compile(rb"\r?\n\r?\n|\r\r")
_NAME: Final = re.compile(rb"([!-9;-~]+)[ \t]+:")
_LINE: Final = re.compile(rb"[!-9;-~]+:")
_PEOPLE_READ: Final = re.compile(rb"(?:from|to|cc|date|subject|message-id|mime-version|content-type|received):", re.I)
UNREADABLE: Final = b"X-Unreadable: "
"""What is set before a line of a header that is none, so that it is kept and seen."""


class Lenient(Compat32):
    """The policy under which messages are taken apart: every value of a header is a text on one line.

    ``charsets`` holds the charset for raw bytes that are no UTF-8, which is known only when all is read.
    """

    charsets: list[str] = []  # noqa: RUF012 (a policy takes only what its class has; each is given a list of its own)

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Return a value with its raw bytes decoded, for which the library would put question marks."""
        del name
        return plain(value, self.charsets[0] if self.charsets else "")


def lenient(charsets: list[str]) -> Lenient:
    """Return a policy with a list of its own."""
    policy = Lenient()
    object.__setattr__(policy, "charsets", charsets)
    return policy


def charsets_of(message: "Message[Any, Any]") -> list[str]:
    """Return the list of the policy under which a message was taken apart."""
    policy = message.policy
    return policy.charsets if isinstance(policy, Lenient) else []


def mended(data: bytes) -> bytes:
    """Return a message whose header has only lines that are lines of a header.

    White space before a colon goes (RFC 5322, 4.5, the old way to write it). A line that is none is marked as
    unreadable where lines of a header follow it; else the header has ended there without a blank line.
    """
    found = _HEAD_END.search(data)
    end = found.start() if found else len(data)
    lines = data[:end].splitlines(keepends=True)
    wrong = [at for at, line in enumerate(lines) if not (_LINE.match(line) or line[:1] in (b" ", b"\t"))]
    if not wrong or (wrong == [0] and lines[0].startswith((b"From ", b">From ")) and not _NAME.match(lines[0])):
        return data
    for at in wrong:
        lines[at] = _NAME.sub(rb"\1:", lines[at], count=1) if _NAME.match(lines[at]) else lines[at]
    for at in wrong:
        follow = sum(bool(_PEOPLE_READ.match(line)) for line in lines[at + 1 :])
        if not _LINE.match(lines[at]) and follow > 1 and not (at == 0 and lines[0].startswith(b"From ")):
            lines[at] = UNREADABLE + lines[at]
    return b"".join(lines) + data[end:]
