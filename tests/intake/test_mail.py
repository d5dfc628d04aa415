"""E-mail: whatever was sent comes in with its words, its people and its files; what is not read is named."""

import base64
from pathlib import Path
from urllib.parse import quote

import pytest
from asn1crypto import cms
from made_mail import HEADER, MAIL_MARKERS, attached, mail, part, parts, planted_mail, winmail_file

from frhearing.intake import letters
from frhearing.intake.draft import Draft, Reading, SourceKind
from frhearing.intake.mapping import drafts
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest


def read(data: bytes | str, spool: Path | None = None, encoding: str = "") -> Reading:
    written = data.encode() if isinstance(data, str) else data
    reading = read_source(Source("one.eml", written, encoding, spool=spool))
    assert not reading.refusal
    assert reading.kind is SourceKind.MAIL
    return reading


def draft_of(data: bytes | str) -> Draft:
    reading = read(data)
    (draft,) = drafts(reading.table, suggest(reading.table).mapping)
    return draft


def cell(reading: Reading, column: str, row: int = 0) -> str:
    return reading.table.column(column)[row]


def test_a_mail_goes_where_it_belongs_by_itself() -> None:
    draft = draft_of(mail("Dear council,\r\n\r\nI oppose this.\r\n\r\n-- \r\nJane\r\n"))
    assert (draft.name, draft.email, draft.subject) == ("Jane Roe", "jane@example.org", "File 251234")
    assert (draft.received, draft.external_id) == ("2026-02-03 16:12:00-06:00", "one@example.org")
    assert draft.text == "Dear council,\n\nI oppose this.\n\n-- \nJane\n"


def test_each_planted_word_is_found_or_named(tmp_path: Path) -> None:
    reading = read(planted_mail(), tmp_path)
    everything = "\n".join([*reading.table.rows[0].cells, *reading.not_read])
    assert [place for place, word in MAIL_MARKERS.items() if word not in everything] == []
    assert len(MAIL_MARKERS) >= 14
    assert [name for _, name, *_ in reading.parts] == [
        "MARKNAME.txt",
        "inside.eml",
        "inside.eml › inner.txt",
        "part 4.ics",
    ]
    assert cell(reading, letters.TEXT) == "I oppose this. MARKPLAIN\n\n-- \nJane MARKSIGNATURE\n\n"


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        ('"Roe, Jane" <j@example.org>', "Roe, Jane", "j@example.org"),
        ("=?utf-8?q?N=C3=BA=C3=B1ez=2C_Ana?= <a@example.org>", "Núñez, Ana", "a@example.org"),
        ("=?utf-8?b?5pe?= =?UTF-8?b?pQ==?= <a@example.org>", "日", "a@example.org"),
        ("=?x-klingon?q?N=E9e?= <a@example.org>", "Née", "a@example.org"),
        ("j@example.org (Jane Roe)", "Jane Roe", "j@example.org"),
        ("Big Bug bb@example.org", "Big Bug", "bb@example.org"),
        ("Jane (the) Roe <j@example.org", "Jane Roe", "j@example.org"),
        ("j@@example.org", "", "j@@example.org"),
        ("nobody at all", "nobody at all", ""),
        ("A <a@example.org>, B <b@example.org>", "A; B", "a@example.org"),
        ("Friends: a@example.org, Jane <j@example.org>;", "a@example.org; Jane", "a@example.org"),
    ],
)
def test_senders_as_programs_write_them(written: str, name: str, address: str) -> None:
    reading = read(mail("x\n", HEADER.replace("Jane Roe <jane@example.org>", written)))
    assert (cell(reading, letters.NAME), cell(reading, letters.ADDRESS)) == (name, address)
    assert f"From: {written}" in cell(reading, letters.HEAD) or "=?" in written


def test_raw_bytes_in_a_header_and_a_text_without_charset() -> None:
    head = b"From: N\xfa\xf1ez <n@example.org>\nSubject: se\xf1or\nDate: today\n\n"
    reading = read(head + b"Se\xf1or\n")
    assert reading.table.rows[0].cells[0] == "Núñez"
    assert cell(reading, letters.TEXT) == "Señor\n"
    assert cell(reading, letters.DATE) == "today"
    assert "does not say in which letters it is written" in " ".join(reading.notes)
    cyrillic = head + "Здравствуйте\n".encode("cp1251")
    assert cell(read(cyrillic, encoding="cp1251"), letters.TEXT) == "Здравствуйте\n"


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("x-unknown", "señor".encode(), "señor"),
        ("hex", "señor".encode("cp1252"), "señor"),
        ("iso-8859-1", "“señor”".encode("cp1252"), "“señor”"),
        ("iso-8859-1", "señor".encode(), "señor"),
        ("utf-8", "señor".encode("cp1252"), "señor"),
        ("shift_jis", "日本①".encode("cp932"), "日本①"),
        ("iso-2022-jp", "日本".encode("iso2022_jp"), "日本"),
        ("ks_c_5601-1987", "스티".encode("cp949"), "스티"),
        ("utf-7", b"se+APE-or", "señor"),
        ("us-ascii", b"a\x00b", "a\x00b"),
    ],
)
def test_charsets_are_read_as_they_are_meant(charset: str, data: bytes, text: str) -> None:
    message = f"{HEADER}Content-Type: text/plain; charset={charset}\n\n".encode() + data
    assert cell(read(message), letters.TEXT) == text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Date: 3 Feb 2026 16:12 EST\n", "2026-02-03 16:12:00-05:00"),
        ("Date: Tue, 3 Feb 2026 16:12:00 -0000\n", "2026-02-03 16:12:00+00:00"),
        ("Date: Mon, 30 Feb 2026 16:12:00 -0600\n", "Mon, 30 Feb 2026 16:12:00 -0600"),
        ("Date: Pn, 29 paX 2007 21:13:00\n", "Pn, 29 paX 2007 21:13:00"),
        ("Received: by a; Tue, 3 Feb 2026 16:12:00 -0600\nReceived: by b\n", "2026-02-03 16:12:00-06:00"),
        ("", ""),
    ],
)
def test_dates_are_read_or_kept_as_written(written: str, said: str) -> None:
    reading = read(f"From: a@example.org\nSubject: s\n{written}\nx\n")
    assert cell(reading, letters.DATE) == said
    assert ("no date" in " ".join(reading.notes)) is not written.startswith("Date")


def test_the_text_is_taken_from_the_version_that_has_it() -> None:
    page = part("<p>Real <b>words</b></p>", "text/html; charset=utf-8")
    stub = parts("multipart/alternative", part("Your mail reader does not support HTML."), page, head=HEADER)
    assert cell(read(stub), letters.TEXT) == "Real words"
    assert "only says “Your mail reader" in " ".join(read(stub).not_read)
    empty = parts("multipart/alternative", part(" \n"), page, head=HEADER)
    assert (cell(read(empty), letters.TEXT), read(empty).not_read) == ("Real words", ())
    both = parts("multipart/alternative", part("Real words"), page, head=HEADER)
    assert (cell(read(both), letters.TEXT), read(both).not_read) == ("Real words", ())


def test_quotes_in_html_are_set_apart() -> None:
    page = (
        "<div>I oppose.</div><div class=gmail_quote><div>On Tue, 3 Feb 2026 at 1:00 PM C &lt;c@example.gov&gt; wrote:"
        "<br></div><blockquote class=gmail_quote>Old<br>words</blockquote></div>"
    )
    reading = read(mail(page, kind="text/html"))
    assert cell(reading, letters.TEXT) == "I oppose.\n"
    assert cell(reading, letters.QUOTED).endswith("> Old\n> words")


def test_flowed_lines_are_joined_and_signatures_stay() -> None:
    reading = read(mail("I oppose \nthis.\n\n-- \nJane\n> a \n> b\n> c\n", kind="text/plain; format=flowed"))
    assert cell(reading, letters.TEXT) == "I oppose this.\n\n-- \nJane\n"
    assert cell(reading, letters.QUOTED) == "> a b\n> c\n"


@pytest.mark.parametrize("transfer", ["quoted-printable;", "Quoted Printable (really)", "base64 ", "BASE-64"])
def test_transfer_encodings_however_they_are_spelled(transfer: str) -> None:
    body = (
        "Se=C3=B1or" if transfer.lower().startswith("q") else base64.b64encode("Señor".encode()).decode() + "\n--list"
    )
    head = f"{HEADER}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {transfer}\n\n"
    assert cell(read(head + body), letters.TEXT).startswith("Señor")


NAMES = [
    "../x", "..\\x", "/etc/x", "C:\\x", "\\\\host\\share\\x", "CON", "NUL.txt", "aux.pdf", "x.", "x ", "x:stream",
    "a\u202egnp.exe", "n" * 300, "a\x00b", "a\nb", "Å.txt", "A\u030a.txt", "ñ" * 90, "%2e%2e%2fx", "~/x", "$HOME",
    "a/b/c", "....//x", "a;b", 'a"b', "<x>", "|x", "x?", "*", " ", ".", "..", "-rf", "con.txt", "COM1", "LPT1.doc",
    "x\t", "é\u200b", "file:///x", "https://example.org/x",
]  # fmt: skip


def test_names_of_files_are_kept_as_given_and_never_paths(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    spool.mkdir()
    names = [found for name in NAMES for found in (name, name.upper() + "2")]
    assert len(names) == 80
    given = (quote(name, safe="", errors="surrogatepass") for name in names)
    files = [
        part(f"words {at}", "text/plain", f"Content-Disposition: attachment; filename*=utf-8''{name}\n")
        for at, name in enumerate(given)
    ]
    reading = read(parts("multipart/mixed", part("x"), *files, head=HEADER), spool)
    assert [found.name for found in reading.parts] == names
    assert sorted(tmp_path.rglob("*")) == sorted([spool, *(found.path for found in reading.parts)])
    encoded = parts("multipart/mixed", part("x"), attached("=?utf-8?b?w7E=?=.txt", b"x"), head=HEADER)
    assert cell(read(encoded), letters.ATTACHED) == "ñ.txt"
    split = part("x", "text/plain; name*0*=iso-8859-1''caf%E9; name*1*=%20b.txt", "Content-Disposition: attachment\n")
    assert cell(read(parts("multipart/mixed", part("x"), split, head=HEADER)), letters.ATTACHED) == "café b.txt"


def test_the_words_of_attached_documents_are_read(tmp_path: Path) -> None:
    windows = part("Señor", "text/plain; charset=windows-1252; name=w.txt", "Content-Transfer-Encoding: 8bit\n")
    message = parts(
        "multipart/mixed",
        part("See attached."),
        attached("list.csv", b"Name,Comment\nPat,no\n"),
        attached("old.txt", "Núñez".encode("cp1252")),
        attached("photo.png", b"\x89PNG\r\n\x1a\n"),
        attached("inner.eml", mail("Deep words.\n")),
        windows,
        head=HEADER,
    ).encode("latin-1")
    reading = read(message, tmp_path)
    words = cell(reading, letters.ATTACHED_TEXT)
    for found in ("[list.csv]\nName\tComment\nPat\tno", "[old.txt]\nNúñez", "Deep words.", "Señor"):
        assert found in words
    assert cell(reading, letters.ATTACHED) == "list.csv; old.txt; photo.png; inner.eml; w.txt"
    assert "“photo.png”: kept as it came; no text was read in it" in " ".join(reading.not_read)
    assert "“old.txt” does not say in which letters it is written" in " ".join(reading.notes)


def test_one_letter_beside_a_picture_has_no_heading_above_its_words(tmp_path: Path) -> None:
    files = (attached("logo.png", b"\x89PNG\r\n\x1a\n"), attached("letter.txt", b"Dear council, no.\n"))
    reading = read(parts("multipart/mixed", part("See attached."), *files, head=HEADER), tmp_path)
    assert cell(reading, letters.ATTACHED_TEXT) == "Dear council, no.\n"


def test_a_mail_in_a_mail_ends_somewhere(tmp_path: Path) -> None:
    message = mail("the innermost\n")
    for at in range(8):
        message = parts("multipart/mixed", part(f"words {at}"), attached(f"{at}.eml", message), head=HEADER).encode()
    assert "kept, but not looked into, since it lies in 3 other files" in " ".join(read(message, tmp_path).not_read)
    nested = "x"
    for at in range(1500):
        nested = f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n{nested}\n--b{at}--\n"
    refused = read_source(Source("deep.eml", (HEADER + nested).encode()))
    assert "deeper than any mail program makes them" in refused.refusal


def test_letters_that_staff_pass_on_as_files_are_their_writers(tmp_path: Path) -> None:
    inside = [
        part(f"From: P{at} <p{at}@example.org>\nSubject: s\n\nLetter {at}\n", "message/rfc822") for at in range(3)
    ]
    reading = read(parts("multipart/mixed", part("FYI\n"), *inside, head=HEADER), tmp_path)
    assert reading.table.column(letters.NAME) == ["P0", "P1", "P2"]
    assert reading.table.column(letters.TEXT) == ["Letter 0\n", "Letter 1\n", "Letter 2\n"]
    assert set(reading.table.column(letters.PASSED_ON)) == {"Jane Roe <jane@example.org>\nFYI\n"}
    assert reading.notes[0].startswith("messages 1, 2, 3: it was passed on by Jane Roe <jane@example.org>")
    assert [found.row for found in reading.parts] == [1, 2, 3]


def test_a_letter_passed_on_in_the_text_is_its_writers() -> None:
    text = "See below.\n\nFrom: Ana <ana@example.org>\nSent: Monday\nTo: Council\nSubject: No\n\nMy letter.\n"
    draft = draft_of(mail(text, HEADER.replace("Subject: ", "Subject: FW: ")))
    assert (draft.name, draft.email, draft.subject, draft.text) == ("Ana", "ana@example.org", "No", "My letter.\n")
    assert draft.received == "Monday"
    assert draft.extra[letters.PASSED_ON] == "Jane Roe <jane@example.org>\nSee below.\n\n"


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (mail("Away.\n", HEADER + "Auto-Submitted: auto-replied\n"), "automatic reply"),
        (mail("Away.\n", HEADER.replace("File", "Automatic reply: File")), "automatic reply"),
        (
            parts(
                "multipart/report; report-type=delivery-status",
                part("It failed."),
                part("Reporting-MTA: dns; x\n\nAction: failed\n", "message/delivery-status"),
                head=HEADER,
            ).encode(),
            "delivery failure report",
        ),
        (
            parts(
                "multipart/report; report-type=disposition-notification",
                part("Seen."),
                part("Disposition: displayed\n", "message/disposition-notification"),
                head=HEADER,
            ).encode(),
            "receipt",
        ),
        (
            parts(
                "multipart/alternative",
                part("Come."),
                part("BEGIN:VCALENDAR", "text/calendar; method=REQUEST"),
                head=HEADER,
            ).encode(),
            "calendar invitation",
        ),
    ],
)  # fmt: skip
def test_what_is_no_letter_is_told_as_such(message: bytes, kind: str) -> None:
    reading = read(message)
    assert cell(reading, letters.MAIL_KIND) == kind
    assert f"no plain letter ({kind})" in " ".join(reading.notes)
    assert cell(reading, letters.TEXT).strip()


def test_signed_mails_are_read_and_encrypted_ones_told() -> None:
    sealed = {"version": "v1", "digest_algorithms": [], "signer_infos": []}
    content = {"content_type": "data", "content": b"Content-Type: text/plain\n\nSigned words.\n"}
    envelope = cms.ContentInfo(
        {"content_type": "signed_data", "content": cms.SignedData(sealed | {"encap_content_info": content})}
    )
    for data, text in ((envelope.dump(), "Signed words.\n"), (b"0\x80\x06", "")):
        reading = read(
            f"{HEADER}Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n"
            + base64.encodebytes(data).decode()
        )
        assert cell(reading, letters.TEXT) == text
        assert ("it is encrypted" in " ".join(reading.notes)) is not bool(text)
    clear = parts("multipart/signed", part("Signed."), part("x", "application/pgp-signature; name=s.asc"), head=HEADER)
    assert cell(read(clear), letters.TEXT) == "Signed."
    assert "its digital signature, which was not checked" in " ".join(read(clear).not_read)
    pgp = read(mail("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"))
    assert "it is encrypted" in " ".join(pgp.notes)


def test_broken_headers_are_mended_and_kept() -> None:
    reading = read("From  : Jane <j@example.org>\nquite wrong\nSubject : s\nTo: c\nDate: x\n\nMy words.\n")
    assert (cell(reading, letters.NAME), cell(reading, letters.SUBJECT)) == ("Jane", "s")
    assert cell(reading, letters.TEXT) == "My words.\n"
    assert "X-Unreadable: quite wrong" in cell(reading, letters.HEAD)
    unmarked = read(f'{HEADER}Content-Type: multipart/mixed; boundary="b"\n\nMy words.\n')
    assert "damaged" in " ".join(unmarked.notes)
    assert "My words." in cell(unmarked, letters.TEXT)


def test_a_form_that_writes_for_somebody_is_told() -> None:
    head = HEADER.replace("Jane Roe <jane@", "City forms <no-reply@") + "Reply-To: Jane <jane@example.org>\n"
    assert "answers go to jane@example.org, who may have written it" in " ".join(read(mail("x\n", head)).notes)
    assert read(mail("x\n", HEADER + "Reply-To: Jane <home@example.org>\n")).notes == ()


def test_files_as_apple_mail_keeps_them() -> None:
    message = mail("My words.\n")
    kept = str(len(message)).encode() + b"      \n" + message + b"<?xml version='1.0'?><plist/>"
    assert read_source(Source("1.emlx", kept)).table.column(letters.TEXT) == ["My words.\n"]
    assert cell(read(b"\xef\xbb\xbf" + message), letters.NAME) == "Jane Roe"


def test_very_long_headers_cost_no_time() -> None:
    head = "From: " + "a <a@example.org>, " * 20000 + "\nSubject: " + "=?utf-8?q?a" * 20000 + "\n\nx\n"
    reading = read(head)
    assert cell(reading, letters.NAME) == "a; a; a; a; a and 19995 more"


def test_a_winmail_is_unpacked_and_a_broken_one_named(tmp_path: Path) -> None:
    packed = winmail_file("Dear council, nó.", (("café.txt", b"file words\x00"),))
    for kind in ("application/ms-tnef", "application/octet-stream"):
        message = parts("multipart/mixed", part("Hi."), attached("winmail.dat", packed, kind), head=HEADER)
        reading = read(message, tmp_path)
        assert cell(reading, letters.TEXT) == "Hi.\nDear council, nó."
        assert [(found.name, found.size) for found in reading.parts] == [("café.txt", 11)]
    broken = read(parts("multipart/mixed", part("Hi."), attached("winmail.dat", packed[:12]), head=HEADER), tmp_path)
    assert "winmail.dat, which is damaged" in " ".join(broken.not_read)
    alone = read_source(Source("winmail.dat", packed))
    assert alone.table.column(letters.TEXT) == ["Dear council, nó."]
    cut = read_source(Source("winmail.dat", packed[:-30]))
    assert "the rest of what Outlook packed" in " ".join(cut.not_read)
    assert "nothing was imported" in read_source(Source("winmail.dat", packed[:15])).refusal


def test_what_is_called_a_mail_and_is_none_is_refused() -> None:
    assert "does not begin like a message" in read_source(Source("a.eml", b"My letter to you.\n")).refusal


def test_each_message_that_breaks_parsers_is_one_record(shared_data: Path, tmp_path: Path) -> None:
    folder = shared_data / "torture-email" / "ruby-mail"
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != ".gitattributes")
    assert len(files) == 104
    empty = 0
    for path in files:
        reading = read_source(Source(path.name, path.read_bytes(), spool=tmp_path))
        if not path.stat().st_size:
            assert "is empty" in reading.refusal
            empty += 1
            continue
        assert [len(table.rows) for table in reading.tables] == [1], path.name
        row = dict(zip(reading.table.header, reading.table.rows[0].cells, strict=True))
        assert row[letters.TEXT].strip() or row[letters.ATTACHED] or "it has no text" in " ".join(reading.notes)
    assert empty == 1
