"""Names of attachments meant to write elsewhere: every file lies under its digest, what hides in a name is shown."""

from base64 import b64encode
from email.header import Header
from pathlib import Path

from frhearing.desk import importing, records, testimony
from frhearing.desk.desk import open_desk
from frhearing.desk.hearings import create_hearing
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion

WAYS_OUT = [
    f"{way}{name}"
    for way in ("../", "..\\", "../../../../", "/", "/etc/", "C:\\", "c:/", "\\\\host\\share\\", "~/", "./", "file:///")
    for name in ("evil.txt", "CON", "frhearing.db")
]
DEVICES = [f"{name}{end}" for name in ("CON", "PRN", "AUX", "NUL", "COM1", "LPT1") for end in ("", ".txt", ".")]
ODD = [
    "trailing dot.", "trailing space ", " leading", "a:b.txt", "a.txt:stream", "a\u202etxt.exe", "x" * 300,
    "a\x00b.txt", "a\nb.txt", "a\rb.txt", "a\tb.txt", "", " ", ".", "..", "...", "Same.txt", "same.txt", "SAME.TXT",
    "e\u0301.txt", "é.txt", "<b>bold</b>.txt", "a|b?.txt", 'a"b".txt', "%2e%2e%2fa", "-rf", "$(id)", "`id`",
    "café\u200b.txt",
]  # fmt: skip
NAMES = WAYS_OUT + DEVICES + ODD


def message(names: list[str]) -> bytes:
    parts = ["--b\nContent-Type: text/plain\n\nKeep the lights on, please; I live here.\n"]
    for at, name in enumerate(names):
        said = (
            Header(name, "utf-8", maxlinelen=10_000).encode()
            if not name.isascii() or set(name) & set('\0\r\n"')
            else name
        )
        data = b64encode(f"file {at}".encode()).decode()
        head = f'Content-Disposition: attachment; filename="{said}"\nContent-Transfer-Encoding: base64'
        parts.append(f"--b\nContent-Type: application/octet-stream\n{head}\n\n{data}\n")
    top = "From: Jane Roe <jane@example.org>\nDate: Mon, 23 Feb 2026 10:00:00 -0600\nMIME-Version: 1.0\n"
    return f"{top}Content-Type: multipart/mixed; boundary=b\n\n{''.join(parts)}--b--\n".encode()


def everything(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_no_name_of_an_attachment_writes_outside(tmp_path: Path) -> None:
    path = tmp_path / "inbox" / "a.eml"
    path.parent.mkdir()
    path.write_bytes(message(NAMES))
    with open_desk(tmp_path / "data", who="Test Clerk") as desk:
        hearing = create_hearing(desk, NewHearing("T", "B", "2026-02-26", questions=(NewQuestion("Q"),)))[0]
        before = everything(tmp_path)
        plan = importing.read_files(desk, hearing, [path])
        assert len(NAMES) >= 80
        assert {one.name for one in plan.spool.path.iterdir()} == {part.sha256 for part in plan.readings[0].parts}
        importing.add(desk, plan)
        (made,) = testimony.list_ids(desk, hearing, CommentFilter())
        attached = testimony.attachments(desk, made)
        assert len(attached) == len(NAMES)
        assert sorted(Path(one.path).read_bytes() for one in attached) == sorted(
            f"file {n}".encode() for n in range(len(NAMES))
        )
        kept = desk.files.files
        assert {Path(one.path).parent for one in attached} == {kept}
        new = everything(tmp_path) - before
        assert all(one.parent == kept and len(one.name) == 64 for one in new if not one.name.startswith("frhearing.db"))
        for one in attached:
            assert one.name.strip()
            assert not set(one.name) & set("\x00\n\r\u202e")
        assert "a[U+202E]txt.exe" in {one.name for one in attached}
        assert {"../evil.txt", "C:\\CON", "<b>bold</b>.txt"} <= {one.name for one in attached}
        assert records.check(desk).ok
