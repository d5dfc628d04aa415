"""E-mail made for tests: plain and tangled messages, mailboxes, Outlook's MSG and winmail.dat, and planted words."""

import base64
import struct
from datetime import UTC, datetime

HEADER = (
    "From: Jane Roe <jane@example.org>\nTo: council@example.gov\nDate: Tue, 3 Feb 2026 16:12:00 -0600\n"
    "Subject: File 251234\nMessage-ID: <one@example.org>\nMIME-Version: 1.0\n"
)
MAIL_MARKERS = {
    "header line": "MARKHEADER", "preamble": "MARKPREAMBLE", "plain text": "MARKPLAIN", "other version": "MARKOTHER",
    "HTML comment": "MARKCOMMENT", "hidden text": "MARKHIDDEN", "words for a picture": "MARKALT",
    "file name": "MARKNAME", "attached text": "MARKATTACHED", "nested message": "MARKNESTED",
    "nested attachment": "MARKINNER",
    "calendar": "MARKCALENDAR", "signature block": "MARKSIGNATURE", "quoted below": "MARKQUOTED",
    "epilogue": "MARKEPILOGUE", "technical header": "X-Mailer", "preheader title": "MARKTITLE",
}  # fmt: skip


def mail(body: str, head: str = HEADER, charset: str = "utf-8", kind: str = "text/plain") -> bytes:
    """Make a message with one text."""
    return f"{head}Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n{body}".encode(charset)


def parts(kind: str, *inside: str, head: str = "", boundary: str = "=_b", before: str = "", after: str = "") -> str:
    """Make a part of several parts, each of them with its header already."""
    framed = "".join(f"--{boundary}\n{one}\n" for one in inside)
    return f'{head}Content-Type: {kind}; boundary="{boundary}"\n\n{before}{framed}--{boundary}--\n{after}'


def part(text: str, kind: str = "text/plain; charset=utf-8", more: str = "") -> str:
    """Make a part that is a text."""
    return f"Content-Type: {kind}\n{more}\n{text}"


def attached(name: str, data: bytes, kind: str = "application/octet-stream") -> str:
    """Make a part that is a file."""
    lines = base64.encodebytes(data).decode()
    disposition = f'Content-Disposition: attachment; filename="{name}"\n'
    return part(lines, kind, f"{disposition}Content-Transfer-Encoding: base64\n")


def planted_mail() -> bytes:
    """Make a message with a word planted in each place where one can hide."""
    page = (
        "<html><head><title>MARKTITLE</title></head><body><!-- MARKCOMMENT -->"
        "<div style='display:none'>MARKHIDDEN</div><p>MARKPLAIN and MARKOTHER</p>"
        "<img src='cid:1' alt='MARKALT'></body></html>"
    )
    text = (
        "I oppose this. MARKPLAIN\n\n-- \nJane MARKSIGNATURE\n\n"
        "On Tue, 3 Feb 2026 at 1:00 PM <a@b.c> wrote:\n> MARKQUOTED\n"
    )
    either = parts("multipart/alternative", part(text), part(page, "text/html; charset=utf-8"), boundary="=_alt")
    nested = parts(
        "multipart/mixed",
        part("MARKNESTED"),
        attached("inner.txt", b"MARKINNER"),
        head="From: Pat <pat@example.org>\nSubject: inside\nDate: Mon, 2 Feb 2026 10:00:00 -0600\nMIME-Version: 1.0\n",
        boundary="=_in",
    )
    calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:MARKCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n"
    return parts(
        "multipart/mixed",
        either,
        attached("MARKNAME.txt", b"MARKATTACHED"),
        part(nested, "message/rfc822"),
        part(calendar, "text/calendar; charset=utf-8"),
        head=f"{HEADER}X-Note: MARKHEADER\nX-Mailer: a program\n",
        before="MARKPREAMBLE\n",
        after="MARKEPILOGUE\n",
    ).encode()


def mailbox_file(*messages: bytes, style: str = "rd") -> bytes:
    """Make a mailbox: ``rd`` and ``o`` guard lines that look like its own, ``cl2`` tells the lengths instead."""
    out = b""
    for message in messages:
        head, _, body = message.partition(b"\n\n")
        lines = body.splitlines(keepends=True)
        if style == "rd":
            lines = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines]
        elif style == "o":
            lines = [b">" + line if line.startswith(b"From ") else line for line in lines]
        body = b"".join(lines)
        if style == "cl2":
            head += b"\nContent-Length: %d" % len(body)
        out += b"From jane@example.org Tue Feb  3 16:12:00 2026\n" + head + b"\n\n" + body + b"\n"
    return out


def file_time(moment: datetime) -> int:
    """Count tenths of microseconds since 1601, as Windows tells time."""
    return int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000


def msg_file(
    texts: dict[int, str | bytes],
    files: tuple[tuple[str, bytes], ...] = (),
    inside: tuple[dict[int, str | bytes], ...] = (),
    *,
    sent: datetime | None = None,
    eight_bit: bool = False,
) -> bytes:
    """Make an Outlook message: its texts by the numbers of their properties, its files, the messages in it."""
    streams: dict[tuple[str, ...], bytes] = {}
    _put_message(streams, (), texts, 32, sent, eight_bit)
    for at, (name, data) in enumerate(files):
        where = (f"__attach_version1.0_#{at:08X}",)
        streams[(*where, "__properties_version1.0")] = bytes(8)
        streams[(*where, "__substg1.0_3707001F")] = name.encode("utf-16-le")
        streams[(*where, "__substg1.0_37010102")] = data
    for at, message in enumerate(inside, len(files)):
        where = (f"__attach_version1.0_#{at:08X}",)
        streams[(*where, "__properties_version1.0")] = bytes(8)
        streams[(*where, "__substg1.0_3001001F")] = "message inside".encode("utf-16-le")
        _put_message(streams, (*where, "__substg1.0_3701000D"), message, 24, None, eight_bit)
    return _compound(streams)


def _put_message(
    streams: dict[tuple[str, ...], bytes],
    where: tuple[str, ...],
    texts: dict[int, str | bytes],
    head: int,
    sent: datetime | None,
    eight_bit: bool,
) -> None:
    fixed = bytes(head)
    if sent:
        fixed += struct.pack("<HHIQ", 0x40, 0x0039, 0, file_time(sent))
    fixed += struct.pack("<HHIII", 0x03, 0x3FFD, 0, 1252, 0)
    streams[(*where, "__properties_version1.0")] = fixed
    for number, text in texts.items():
        if isinstance(text, bytes):
            streams[(*where, f"__substg1.0_{number:04X}0102")] = text
        elif eight_bit:
            streams[(*where, f"__substg1.0_{number:04X}001E")] = text.encode("cp1252")
        else:
            streams[(*where, f"__substg1.0_{number:04X}001F")] = text.encode("utf-16-le")


class _Entry:
    """A storage or a stream of a compound file, with its place in the directory."""

    def __init__(self, name: str, data: bytes | None = None) -> None:
        self.name, self.data = name, data
        self.inside: dict[str, _Entry] = {}
        self.number = self.start = self.size = 0
        self.left = self.right = self.child = 0xFFFFFFFF


def _compound(streams: dict[tuple[str, ...], bytes]) -> bytes:
    """Make a compound file (MS-CFB, version 3) of streams by their paths."""
    root = _Entry("Root Entry")
    for path, data in streams.items():
        at = root
        for name in path[:-1]:
            at = at.inside.setdefault(name, _Entry(name))
        at.inside[path[-1]] = _Entry(path[-1], data)
    entries: list[_Entry] = []
    _number(root, entries)
    small = bytearray()
    chains: list[int] = []
    for one in entries:
        if one.data is not None and 0 < len(one.data) < 4096:
            one.start, one.size = len(small) // 64, len(one.data)
            small += one.data + bytes(-len(one.data) % 64)
            count = -(-len(one.data) // 64)
            chains += [len(chains) + 1 + at if at < count - 1 else 0xFFFFFFFE for at in range(count)]
    big = [one for one in entries if one.data is not None and len(one.data) >= 4096]
    names = -(-len(entries) // 4)
    short = -(-len(chains) * 4 // 512)
    runs = [names, short, -(-len(small) // 512), *(-(-len(one.data or b"") // 512) for one in big)]
    tables = 1
    while tables * 128 < tables + sum(runs):
        tables += 1
    table = [0xFFFFFFFD] * tables
    starts = []
    for run in runs:
        starts.append(len(table) if run else 0xFFFFFFFE)
        table += [len(table) + 1 + at if at < run - 1 else 0xFFFFFFFE for at in range(run)]
    for one, start in zip(big, starts[3:], strict=True):
        one.start, one.size = start, len(one.data or b"")
    root.start, root.size = starts[2], len(small)
    table += [0xFFFFFFFF] * (tables * 128 - len(table))
    chains += [0xFFFFFFFF] * (short * 128 - len(chains))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, starts[0], 0, 4096, starts[1], short, 0xFFFFFFFE, 0, 0
    )[:52]
    head += b"".join(struct.pack("<I", at if at < tables else 0xFFFFFFFF) for at in range(109))
    out = head + struct.pack(f"<{len(table)}I", *table)
    out += b"".join(_directory(one) for one in entries) + bytes(128) * (-len(entries) % 4)
    out += struct.pack(f"<{len(chains)}I", *chains) + bytes(small) + bytes(-len(small) % 512)
    for one in big:
        out += (one.data or b"") + bytes(-len(one.data or b"") % 512)
    return out


def _number(at: _Entry, entries: list[_Entry]) -> None:
    """Give each entry its number, and its place in the tree of its storage."""
    at.number = len(entries)
    entries.append(at)
    inside = sorted(at.inside.values(), key=lambda one: (len(one.name), one.name.upper()))
    for one in inside:
        _number(one, entries)
    at.child = _tree(inside)


def _tree(inside: list[_Entry]) -> int:
    if not inside:
        return 0xFFFFFFFF
    middle = len(inside) // 2
    one = inside[middle]
    one.left, one.right = _tree(inside[:middle]), _tree(inside[middle + 1 :])
    return one.number


def _directory(one: _Entry) -> bytes:
    name = one.name.encode("utf-16-le")
    kind = 2 if one.data is not None else 5 if one.number == 0 else 1
    facts = struct.pack("<HBBIII", len(name) + 2, kind, 1, one.left, one.right, one.child)
    return name.ljust(64, b"\x00") + facts + bytes(36) + struct.pack("<IQ", one.start, one.size)


def winmail_file(body: str, files: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """Make a winmail.dat with a text and files."""
    out = b"\x78\x9f\x3e\x22\x01\x00"
    out += _record(1, 0x9007, struct.pack("<II", 1252, 0)) + _record(1, 0x800C, body.encode("cp1252") + b"\x00")
    for name, data in files:
        long_name = name.encode("utf-16-le") + b"\x00\x00"
        listed = struct.pack("<IHHII", 1, 0x1F, 0x3707, 1, len(long_name)) + long_name + bytes(-len(long_name) % 4)
        out += _record(2, 0x9002, bytes(14)) + _record(2, 0x8010, b"SHORT~1.TXT\x00") + _record(2, 0x800F, data)
        out += _record(2, 0x9005, listed)
    return out


def _record(level: int, number: int, data: bytes) -> bytes:
    return struct.pack("<BHHI", level, number, 6, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
