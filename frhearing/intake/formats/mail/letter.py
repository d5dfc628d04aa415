"""One message as it was read, before its own words are told from quoted ones."""

from dataclasses import dataclass, field
from enum import StrEnum


class MailKind(StrEnum):
    """What a message is where it is no plain letter, in the words that the clerk reads."""

    LETTER = ""
    AUTOMATIC_REPLY = "automatic reply"
    BY_PROGRAM = "sent by a program"
    FAILURE = "delivery failure report"
    RECEIPT = "receipt"
    INVITATION = "calendar invitation"
    ENCRYPTED = "encrypted"


@dataclass(slots=True)
class Attached:
    """A file that came with a message: its name as given (never a path) and its bytes.

    ``wordless`` tells that its words stand in the row already or are none. ``words`` are those of a message that
    has no bytes of its own, since its file keeps it in pieces. ``charset`` is what the mail says of a text.
    """

    name: str
    data: bytes
    wordless: bool = False
    words: str = ""
    charset: str = ""


@dataclass(slots=True)
class Letter:
    """What a message says. ``name`` and ``address`` are the sender's, ``date`` is ISO or as written.

    ``head`` holds the lines of its header that people read. ``within`` are whole messages that came inside it, each
    of them also among ``attached`` if it has bytes of its own. ``remarks`` say what a clerk should know of it, ``left``
    names what of it is not read; both are phrases that can follow "message 3:".
    """

    name: str = ""
    address: str = ""
    date: str = ""
    subject: str = ""
    message_id: str = ""
    head: str = ""
    text: str = ""
    kind: MailKind = MailKind.LETTER
    attached: list[Attached] = field(default_factory=list)
    within: list[tuple[Attached, "Letter"]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def remark(self, words: str) -> None:
        """Note something that a clerk should know, once."""
        if words not in self.remarks:
            self.remarks.append(words)

    def leave(self, words: str) -> None:
        """Name something that is not read, once."""
        if words and words not in self.left:
            self.left.append(words)
