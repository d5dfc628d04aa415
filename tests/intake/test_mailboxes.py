"""Mailboxes: each message is one row, whatever way its lines were guarded; Outlook's messages read like any other."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_mail import HEADER, mail, mailbox_file, msg_file, part, parts

from frhearing.intake import letters
from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.mapping import drafts
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest

GUARDED = "From the heart.\n\nFrom here on:\n>From x\n"
OUTLOOK: dict[int, str | bytes] = {
    0x001A: "IPM.Note", 0x0037: "Subject – here", 0x0C1A: "Jane Roe", 0x0C1F: "/O=CITY/CN=JANE",
    0x5D01: "jane@example.org", 0x0E04: "Council", 0x1000: "I oppose this.\r\n\r\nJane", 0x1035: "<m@example.org>",
}  # fmt: skip


def read(name: str, data: bytes, spool: Path | None = None) -> Reading:
    reading = read_source(Source(name, data, spool=spool))
    assert not reading.refusal
    assert reading.kind is SourceKind.MAIL
    return reading


def numbered(at: int) -> str:
    return HEADER.replace("one@", f"m{at}@")


@pytest.mark.parametrize("style", ["rd", "cl2"])
def test_lines_that_look_like_the_mailboxs_own_come_back(style: str) -> None:
    box = mailbox_file(mail(GUARDED, numbered(1)), mail("Two.\n", numbered(2)), style=style)
    for name in ("box.mbox", "Inbox", "box.txt"):
        assert read(name, box).table.column(letters.TEXT) == [GUARDED, "Two.\n"]
    windows = read("box.mbox", box.replace(b"\n", b"\r\n") if style == "rd" else box)
    assert windows.table.column(letters.TEXT) == [GUARDED, "Two.\n"]


def test_a_wrong_length_is_not_believed() -> None:
    box = mailbox_file(mail("One.\n", numbered(1)), mail("Two.\n", numbered(2)), style="cl2")
    for wrong in (b"Content-Length: 4\n", b"Content-Length: 999999\n"):
        assert read("b.mbox", box.replace(b"Content-Length: 5\n", wrong)).table.column(letters.TEXT) == [
            "One.\n",
            "Two.\n",
        ]


def test_the_same_mail_twice_is_told() -> None:
    reading = read("b.mbox", mailbox_file(mail("One.\n"), mail("Two.\n", numbered(2)), mail("One.\n")))
    assert [row.number for row in reading.table.rows] == [1, 2, 3]
    assert "messages 1, 3: they are one and the same mail by its Message-ID (one@example.org)." in reading.notes
    first, _, third = drafts(reading.table, suggest(reading.table).mapping)
    assert first.external_id == third.external_id == "one@example.org"


def test_a_message_that_cannot_be_read_costs_only_itself() -> None:
    nested = "x"
    for at in range(1500):
        nested = f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n{nested}\n--b{at}--\n"
    reading = read("b.mbox", mailbox_file(mail("One.\n"), (HEADER + nested).encode(), mail("Three.\n")))
    assert reading.table.column(letters.TEXT) == ["One.\n", "", "Three.\n"]
    assert "message 2: all of it: its parts lie in one another deeper" in " ".join(reading.not_read)
    assert reading.table.column(letters.ADDRESS)[1] == "jane@example.org"


def test_files_go_with_the_message_they_came_with(tmp_path: Path) -> None:
    def one(at: int) -> bytes:
        inside = part(f"words {at}", f"text/plain; name={at}.txt", "Content-Disposition: attachment\n")
        return parts("multipart/mixed", part("See attached."), inside, head=numbered(at)).encode()

    reading = read("b.mbox", mailbox_file(*map(one, range(3))), tmp_path)
    assert [(found.row, found.name) for found in reading.parts] == [(1, "0.txt"), (2, "1.txt"), (3, "2.txt")]
    assert reading.table.column(letters.ATTACHED_TEXT) == ["words 0", "words 1", "words 2"]


def test_a_mailbox_of_messages_that_break_parsers(shared_data: Path) -> None:
    data = (shared_data / "torture-email" / "DERIVED-ruby-plain.mbox").read_bytes()
    assert len(read("plain.mbox", data).table.rows) == 20


def test_an_outlook_message_reads_like_any_other(tmp_path: Path) -> None:
    sent = datetime(2026, 2, 3, 22, 12, tzinfo=UTC)
    files = (("../../létter.txt", b"attached words"), ("big.txt", b"line\n" * 1200))
    reading = read("a.msg", msg_file(OUTLOOK, files, sent=sent), tmp_path)
    (draft,) = drafts(reading.table, suggest(reading.table).mapping)
    assert (draft.name, draft.email, draft.subject) == ("Jane Roe", "jane@example.org", "Subject – here")
    assert (draft.text, draft.received) == ("I oppose this.\n\nJane", "2026-02-03 22:12:00+00:00")
    assert draft.external_id == "m@example.org"
    assert [(found.name, found.size) for found in reading.parts] == [("../../létter.txt", 14), ("big.txt", 6000)]
    assert "[../../létter.txt]\nattached words" in reading.table.column(letters.ATTACHED_TEXT)[0]


def test_the_header_that_outlook_kept_is_read() -> None:
    header = HEADER.replace("Jane Roe", "Jané Roe") + "Auto-Submitted: auto-replied\n\n"
    reading = read("a.msg", msg_file(OUTLOOK | {0x007D: header.replace("\n", "\r\n")}))
    assert reading.table.column(letters.DATE) == ["2026-02-03 16:12:00-06:00"]
    assert reading.table.column(letters.NAME) == ["Jané Roe"]
    assert reading.table.column(letters.MAIL_KIND) == ["automatic reply"]


def test_outlooks_texts_in_every_form() -> None:
    without = {number: text for number, text in OUTLOOK.items() if number != 0x1000}
    rich = rb"{\rtf1\ansi\ansicpg1252 I oppose \b this\b0 .\par Se\'f1or}"
    packed = len(rich) + 12
    stored = packed.to_bytes(4, "little") + len(rich).to_bytes(4, "little") + b"MELA" + bytes(4) + rich
    forms: list[tuple[dict[int, str | bytes], str]] = [
        (without | {0x1013: "<p>Señor, <b>no</b></p>".encode(), 0x3FDE: ""}, "Señor, no"),
        (without | {0x1013: "<html><meta charset=windows-1252><p>Señor</p></html>".encode("cp1252")}, "Señor"),
        (without | {0x1009: stored}, "I oppose this.\nSeñor"),
        (without, ""),
    ]
    for texts, text in forms:
        assert read("a.msg", msg_file(texts)).table.column(letters.TEXT) == [text]
    assert read("a.msg", msg_file(OUTLOOK, eight_bit=True)).table.column(letters.SUBJECT) == ["Subject – here"]
    both = read("a.msg", msg_file(OUTLOOK | {0x1009: stored}))
    assert "rich text, which has words that its text has not (“Señor”)" in " ".join(both.not_read)
    broken = read("a.msg", msg_file(OUTLOOK | {0x1009: b"xx"}))
    assert "rich text (RTF), which is damaged" in " ".join(broken.not_read)


def test_a_message_inside_an_outlook_message(tmp_path: Path) -> None:
    inner: dict[int, str | bytes] = {0x0037: "No", 0x1000: "My letter.", 0x0C1A: "Ana", 0x5D01: "ana@example.org"}
    beside = read("a.msg", msg_file(OUTLOOK, (), (inner,)), tmp_path)
    assert "My letter." in beside.table.column(letters.ATTACHED_TEXT)[0]
    assert beside.table.column(letters.ATTACHED) == ["message inside"]
    passed = read("a.msg", msg_file(OUTLOOK | {0x0037: "FW: No", 0x1000: "FYI\r\n"}, (), (inner,)), tmp_path)
    assert passed.table.column(letters.NAME) == ["Ana"]
    assert passed.table.column(letters.TEXT) == ["My letter."]
    assert passed.table.column(letters.PASSED_ON) == ["Jane Roe <jane@example.org>\nFYI\n"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("REPORT.IPM.Note.NDR", "delivery failure report"),
        ("REPORT.IPM.Note.IPNRN", "receipt"),
        ("IPM.Schedule.Meeting.Request", "calendar invitation"),
        ("IPM.Note.SMIME", "encrypted"),
    ],
)
def test_what_outlook_says_a_message_is(kind: str, told: str) -> None:
    assert read("a.msg", msg_file(OUTLOOK | {0x001A: kind})).table.column(letters.MAIL_KIND) == [told]


def test_an_outlook_message_that_is_signed_is_read() -> None:
    signed = parts("multipart/signed", part("Signed words."), part("x", "application/pkcs7-signature"))
    texts = OUTLOOK | {0x001A: "IPM.Note.SMIME.MultipartSigned", 0x1000: ""}
    reading = read("a.msg", msg_file(texts, (("smime.p7m", signed.encode()),)))
    assert reading.table.column(letters.TEXT) == ["Signed words."]


def test_a_damaged_outlook_message_is_refused_in_words() -> None:
    whole = msg_file(OUTLOOK)
    for data in (whole[:700], whole[:1400] + bytes(1000)):
        assert "nothing was imported" in read_source(Source("a.msg", data)).refusal
