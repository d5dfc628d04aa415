"""A message as Outlook keeps it (MAPI properties, MS-OXPROPS) into a letter; MSG files and winmail.dat share it."""

import email
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from compressed_rtf import decompress
from striprtf.striprtf import rtf_to_text

from frhearing.intake.formats.mail import heads
from frhearing.intake.formats.mail.bodies import Body, further_words, text_of
from frhearing.intake.formats.mail.letter import Attached, Letter, MailKind
from frhearing.intake.formats.mail.lettering import decoded

Value = str | bytes | int | datetime
MESSAGE_CLASS, SUBJECT, SUBMITTED, FOR_NAME, FOR_ADDRESS = 0x001A, 0x0037, 0x0039, 0x0042, 0x0065
TRANSPORT, SENDER_NAME, SENDER_ADDRESS, COPIES, RECIPIENTS = 0x007D, 0x0C1A, 0x0C1F, 0x0E03, 0x0E04
DELIVERED, BODY, RTF, PAGE, MESSAGE_ID = 0x0E06, 0x1000, 0x1009, 0x1013, 0x1035
DATA, SHORT_NAME, LONG_NAME, PATH, MIME_TYPE, SHOWN_NAME = 0x3701, 0x3704, 0x3707, 0x3708, 0x370E, 0x3001
CODEPAGE_OF_BODY, CODEPAGE, SENDER_SMTP, FOR_SMTP = 0x3FDE, 0x3FFD, 0x5D01, 0x5D02
_CLASSES: Final = (
    (re.compile(r"report\..*\.(?:ipnrn|ipnnrn|dr)", re.I), MailKind.RECEIPT),
    (re.compile(r"report\..*", re.I), MailKind.FAILURE),
    (re.compile(r"ipm\.note\.rules\..*", re.I), MailKind.AUTOMATIC_REPLY),
    (re.compile(r"ipm\.(?:schedule|appointment).*", re.I), MailKind.INVITATION),
    (re.compile(r"ipm\.note\.smime", re.I), MailKind.ENCRYPTED),
)
_EPOCH: Final = datetime(1601, 1, 1, tzinfo=UTC)
_to_text: Callable[..., str] = rtf_to_text  # it has no types of its own


@dataclass(slots=True)
class Kept:
    """A message as Outlook keeps it: its properties by number, its files, and the messages attached to it."""

    properties: Mapping[int, Value]
    attached: list[Attached] = field(default_factory=list)
    within: list[tuple[Attached, "Kept"]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def text(self, number: int) -> str:
        """Return a property that is a text; empty where it is missing."""
        value = self.properties.get(number, "")
        return value.rstrip("\x00") if isinstance(value, str) else ""


def file_time(count: int) -> datetime | None:
    """Return the moment of a Windows time: tenths of microseconds since 1601, UTC; None beyond the calendar."""
    try:
        return _EPOCH + timedelta(microseconds=count // 10)
    except OverflowError:
        return None


def charset_of(codepage: Value | None) -> str:
    """Return the name of a Windows code page; empty for none."""
    known = {65001: "utf-8", 20127: "us-ascii", 28591: "iso-8859-1", 50220: "iso-2022-jp", 20866: "koi8-r"}
    return known.get(codepage, f"cp{codepage}") if isinstance(codepage, int) and codepage else ""


def letter_of(kept: Kept) -> Letter:
    """Make a letter of a message that Outlook kept."""
    letter = Letter()
    header = email.message_from_string(kept.text(TRANSPORT)).items() if kept.text(TRANSPORT).strip() else []
    header = [(name, " ".join(str(value).split())) for name, value in header]
    heads.read_header(header or _header_of(kept), letter)
    # Inside an office no mail server writes a header, and addresses are paths in its directory.
    smtp = kept.text(SENDER_SMTP) or kept.text(FOR_SMTP)
    if smtp and "@" not in letter.address:
        letter.address = smtp
    letter.kind = next((kind for form, kind in _CLASSES if form.fullmatch(kept.text(MESSAGE_CLASS))), letter.kind)
    letter.attached = [*kept.attached]
    letter.within = [(attached, letter_of(inner)) for attached, inner in kept.within]
    for phrase in kept.left:
        letter.leave(phrase)
    body = Body(kept.text(BODY).replace("\r\n", "\n").replace("\r", "\n"), _page_of(kept, letter))
    rich = _rich_text(kept, letter)
    letter.text = text_of(body) or rich
    if letter.text is not rich and (further := further_words(rich, letter.text + " " + kept.text(BODY))):
        letter.leave(
            "its version in rich text, which has words that its text has not " + f"(“{' '.join(further[:12])}”)"
        )
    for phrase in body.left:
        letter.leave(phrase)
    return letter


def _header_of(kept: Kept) -> list[tuple[str, str]]:
    """Write the lines of a header for a message that never had one."""
    name = kept.text(SENDER_NAME) or kept.text(FOR_NAME)
    address = next(
        (one for n in (SENDER_SMTP, SENDER_ADDRESS, FOR_SMTP, FOR_ADDRESS) if "@" in (one := kept.text(n))), ""
    )
    quoted = f'"{name}"' if re.search(r'[,;<>@"]', name) and '"' not in name else name
    moment = next((at for n in (SUBMITTED, DELIVERED) if isinstance(at := kept.properties.get(n), datetime)), None)
    lines = [
        ("From", f"{quoted} <{address}>" if address else name),
        ("To", kept.text(RECIPIENTS)),
        ("Cc", kept.text(COPIES)),
        ("Date", moment.strftime("%d %b %Y %H:%M:%S +0000") if moment else ""),
        ("Subject", kept.text(SUBJECT)),
        ("Message-ID", kept.text(MESSAGE_ID)),
    ]
    return [(word, value) for word, value in lines if value]


def _page_of(kept: Kept, letter: Letter) -> str:
    """Return the HTML of a message: a text, or bytes in the code page that it names."""
    page = kept.properties.get(PAGE, "")
    if isinstance(page, bytes):
        named = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", page[:4096])
        charset = charset_of(kept.properties.get(CODEPAGE_OF_BODY)) or (named[1].decode() if named else "")
        page, remark = decoded(page, charset)
        if remark:
            letter.remark(remark)
    return page if isinstance(page, str) else ""


def _rich_text(kept: Kept, letter: Letter) -> str:
    """Return the text of the rich text (RTF) of a message, which Outlook keeps compressed."""
    packed = kept.properties.get(RTF, b"")
    if not isinstance(packed, bytes) or not packed:
        return ""
    try:
        rich: bytes = decompress(packed)
        return str(_to_text(rich.decode("latin-1"), errors="replace")).strip("\n")
    except Exception:  # neither library says what it raises on damaged bytes
        letter.leave("its version in rich text (RTF), which is damaged")
        return ""
