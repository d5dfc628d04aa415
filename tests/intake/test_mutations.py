"""Every format damaged at random: records or a sentence, never a crash, a hang, a swelling or silence (D1).

``--exhaustive`` damages a thousand files of each format; ``-s`` prints how each format fared.
"""

import io
import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from made_mail import attached, mail, mailbox_file, msg_file, part, parts, planted_mail, winmail_file
from made_sheets import HEADER, ROWS, ods, ods_rows, sheet_of, xls, xls_table
from made_texts import samples
from test_old_word import document as old_word
from test_pictures import jpeg, tiff
from test_watch import mutated

from frhearing.intake.draft import Reading
from frhearing.intake.reader import ReadRequest
from frhearing.intake.watch import read_files

WORDS = [[str(cell) for cell in row] for row in (HEADER, *ROWS)]
TABLE = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in WORDS * 4)
PAGE = (
    "<!doctype html><html><body><h1>Comments</h1><table>"
    + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in WORDS * 3)
    + "</table></body></html>"
)
RECORDS = json.dumps([dict(zip(WORDS[0], row, strict=True)) for row in WORDS[1:]], ensure_ascii=False)
ENDED_BADLY = ("gave no sign of life", "needs more", "stopped in the middle", "its reader stopped", "swells")


def sound_files() -> dict[str, bytes]:
    """One sound file of each format, by the ending of its name."""
    letter = mail("I have lived here for thirty years.\nKeep the lights on.\n")
    with_file = parts("multipart/mixed", part("Please see attached."), attached("a.txt", b"The letter itself."))
    return {
        **samples(),
        "csv": TABLE.encode(),
        "tsv": TABLE.replace(",", "\t").encode("utf-16"),
        "txt": b"From: Jane Roe <jane@example.org>\nSubject: No\n\nPlease, no.\n",
        "json": RECORDS.encode(),
        "html": PAGE.encode(),
        "xlsx": sheet_of([HEADER, *ROWS]),
        "ods": ods(f'<table:table table:name="One">{ods_rows(WORDS)}</table:table>'),
        "xls": xls(xls_table(WORDS)),
        "eml": planted_mail(),
        "mbox": mailbox_file(letter, planted_mail(), with_file.encode()),
        "msg": msg_file({0x37: "Lights", 0x1000: "Keep the lights on.", 0x0C1A: "Jane Roe"}, (("a.txt", b"words"),)),
        "doc": old_word(["Keep it. " * 40, "a note", "a head", "", "a margin", "", "a box", ""], marked=(3, 6, 0x0800)),
        "jpg": jpeg(),
        "tif": tiff(),
        "dat": winmail_file("Keep the lights on. " * 20, (("a.txt", b"words " * 60),)),
    }


def hurt(data: bytes, seed: int) -> bytes:
    """Damage bytes; so few that nothing would be left of them are cut in half."""
    try:
        return mutated(data, seed)
    except ValueError:
        return data[: len(data) // 2]


def damaged(data: bytes, seed: int) -> bytes:
    """Damage a file, or every other time what is packed inside it, so that its own parser meets the damage."""
    if not data.startswith(b"PK") or seed % 2:
        return hurt(data, seed)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if old.getinfo(name).file_size > 100]
        for name in old.namelist():
            said = old.read(name)
            new.writestr(name, hurt(said, seed) if name == names[seed // 2 % len(names)] else said)
    return out.getvalue()


def end_of(reading: Reading) -> str:
    if reading.tables:
        return "records"
    if reading.members:
        return "members"
    if reading.question:
        return "a question"
    if "its contents are not what they should be: " in reading.refusal:
        return "a caught fault"
    return "a sentence" if reading.refusal else "silence"


@pytest.mark.parametrize("ending", sorted(sound_files()))
def test_a_damaged_file_ends_in_records_or_a_sentence(ending: str, tmp_path: Path, exhaustive: bool) -> None:
    sound = sound_files()[ending]
    whole = tmp_path / f"whole.{ending}"
    whole.write_bytes(sound)
    requests = [ReadRequest(whole)]
    for seed in range(1_000 if exhaustive else 30):
        path = tmp_path / f"{seed}.{ending}"
        path.write_bytes(damaged(sound, seed))
        requests.append(ReadRequest(path))
    readings = read_files(requests)
    assert len(readings) >= len(requests)
    assert end_of(readings[0]) in ("records", "members")
    ends = Counter(map(end_of, readings[1:]))
    print(f"\n{ending:6} {dict(ends)}")
    assert ends["silence"] == 0
    lost = [one.refusal for one in readings if any(words in one.refusal for words in ENDED_BADLY)]
    assert lost == []
    faults = Counter(one.refusal.rpartition(": ")[2] for one in readings if end_of(one) == "a caught fault")
    assert not faults, f"these should be sentences of their own: {faults}"
