"""The command line takes files of every kind, ZIPs and folders, and accounts for each of them."""

import zipfile
from pathlib import Path

from test_cli import call, facts, new_hearing

MAIL = (
    b"From: Jane Roe <jane@example.org>\r\nSubject: Lights\r\nDate: Mon, 23 Feb 2026 10:00:00 -0600\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKeep the lights on.\r\n"
)


def test_a_folder_with_a_zip_and_what_nobody_can_read(tmp_path: Path) -> None:
    store, drop = tmp_path / "data", tmp_path / "drop"
    hearing = new_hearing(store)
    drop.mkdir()
    (drop / "form.csv").write_text("Name,Comment\nAna,Keep them on.\nBo\n", encoding="utf-8")
    (drop / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with zipfile.ZipFile(drop / "mails.zip", "w") as packed:
        packed.writestr("a.eml", MAIL)
    whole = ("import", drop, "--hearing", hearing, "--data", store)
    foreseen = facts(*whole, "--dry-run")
    done = facts(*whole)
    assert foreseen == done
    assert {key: done[key] for key in ("read", "added", "already_here")} == {"read": 3, "added": 2, "already_here": 0}
    assert done["refused"] == [{"file": "drop › form.csv", "row": 3, "reason": "it has 1 column where the table has 2"}]
    files = {one["file"]: one for one in done["files"]}
    assert list(files) == ["drop › form.csv", "drop › mails.zip", "drop › photo.png", "drop › mails.zip › a.eml"]
    assert all(one["read"] == one["added"] + one["already_here"] + one["refused"] for one in files.values())
    assert (files["drop › mails.zip › a.eml"]["added"], files["drop › photo.png"]["read"]) == (1, 0)
    assert "a picture (PNG)" in files["drop › photo.png"]["not_read"][0]
    again = facts(*whole)
    assert (again["added"], again["already_here"], len(again["refused"])) == (0, 2, 1)
    said = call(*whole).stdout
    assert "3 read: 0 added, 2 already here, 1 refused." in said
    assert "drop › mails.zip › a.eml: 1 read: 0 added, 1 already here, 0 refused" in said
