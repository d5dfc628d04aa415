"""Documents, archives and transcripts damaged at random: records or a sentence, never a crash, a hang or silence."""

import io
import zipfile
from pathlib import Path

import pytest
from made_texts import samples
from test_watch import mutated

from frhearing.intake.reader import ReadRequest
from frhearing.intake.watch import read_files


def damaged_inside(data: bytes, seed: int) -> bytes:
    """Damage one file inside a ZIP and pack it soundly again, so that its own parser meets the damage."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if old.getinfo(name).file_size > 400]
        for name in old.namelist():
            said = old.read(name)
            new.writestr(name, mutated(said, seed) if names and name == names[seed % len(names)] else said)
    return out.getvalue()


@pytest.mark.parametrize("ending", ["docx", "pdf", "odt", "rtf", "zip", "vtt", "srt", "md"])
def test_damaged_files_give_records_or_a_sentence(ending: str, tmp_path: Path, exhaustive: bool) -> None:
    sound = samples()[ending]
    requests = []
    for seed in range(1_000 if exhaustive else 100):
        inside = sound.startswith(b"PK") and seed % 2
        path = tmp_path / f"{seed}.{ending}"
        path.write_bytes(damaged_inside(sound, seed) if inside else mutated(sound, seed))
        requests.append(ReadRequest(path))
    readings = read_files(requests)
    assert len(readings) >= len(requests)
    assert [one.file for one in readings if not (one.refusal or one.question or one.tables or one.members)] == []
    assert [one.refusal for one in readings if "could not be read (" in one.refusal] == []
    assert any(one.tables for one in readings)
