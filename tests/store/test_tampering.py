"""What is altered behind the program's back is found and named (7-quality.md, A8 and B2)."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from clerk import WORDS, Clerk, open_hearing, record, sentences
from tamperer import WAYS, Tamperer

from frhearing.desk import backups, coding, example, importing, records, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.errors import ClerkError
from frhearing.store.connection import sqlite as sqlite3


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with typed and imported comments, versions, tags and quotes, closed and sound."""
    folder = tmp_path_factory.mktemp("sound")
    rng = random.Random(11)
    desk, hearing = open_hearing(folder)
    with desk:
        clerk = Clerk(desk, hearing, rng)
        for _ in range(12):
            record(desk, hearing, sentences(rng, 3), name=rng.choice(WORDS), stances={1: coding.Stance.SUPPORT})
        lines = [
            f"{rng.choice(WORDS)}@b.org\t{sentences(rng, 3)}\t{rng.choice(['positive', 'negative'])}" for _ in range(30)
        ]
        plan = importing.paste(desk, hearing, "Email\tComment\tPosition\n" + "\n".join(lines))
        importing.add(desk, plan)
        for what in (clerk.stance, clerk.theme, clerk.quote, clerk.edit, clerk.fields, clerk.flag, clerk.status) * 3:
            what()
        for _ in range(40):
            clerk.act()
        assert records.check(desk).ok
        head = records.check(desk).lines[1]
    (folder / "head").write_text(head)
    return folder


def faults(folder: Path) -> tuple[str, ...]:
    """What ``check`` says of a store; nothing for a sound one."""
    with open_desk(folder, writing=False) as desk:
        report = records.check(desk)
    return () if report.ok else report.lines


def tampered(sound: Path, folder: Path, seeds: range) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
    for seed in seeds:
        place = folder / str(seed)
        place.mkdir()
        shutil.copyfile(sound / "frhearing.db", place / "frhearing.db")
        way = WAYS[seed % len(WAYS)]
        tool = Tamperer(place, random.Random(seed))
        mark = way(tool)
        tool.close()
        yield seed, way.__name__, mark, faults(place)
        shutil.rmtree(place)


def test_every_tampering_is_reported_and_named(sound: Path, tmp_path: Path, exhaustive: bool) -> None:
    unseen, unnamed = [], []
    for seed, way, mark, said in tampered(sound, tmp_path, range(1000 if exhaustive else 108)):
        if not said:
            unseen.append((seed, way, mark))
        elif mark not in " ".join(said).lower() and mark not in " ".join(said):
            unnamed.append((seed, way, mark, said))
    assert (unseen, unnamed) == ([], [])


def test_the_copying_and_the_guards_dropped_and_made_again_are_no_fault(sound: Path, tmp_path: Path) -> None:
    shutil.copyfile(sound / "frhearing.db", tmp_path / "frhearing.db")
    Tamperer(tmp_path, random.Random(1)).close()
    assert faults(tmp_path) == ()


def test_guards_that_are_gone_are_missed(sound: Path, tmp_path: Path) -> None:
    shutil.copyfile(sound / "frhearing.db", tmp_path / "frhearing.db")
    with sqlite3.connect(tmp_path / "frhearing.db") as db:
        db.execute("DROP TRIGGER comment_fixed")
    db.close()
    assert any("comment_fixed" in line for line in faults(tmp_path))


def test_a_cut_tail_shows_against_a_head_that_was_kept(sound: Path, tmp_path: Path) -> None:
    """Rows and log cut back together leave a store that agrees with itself; the printed hash does not."""
    shutil.copyfile(sound / "frhearing.db", tmp_path / "frhearing.db")
    kept = (sound / "head").read_text()
    with open_desk(tmp_path) as desk:
        assert kept == records.check(desk).lines[1]
        record(desk, 1, "One more.")
        assert kept != records.check(desk).lines[1]


@pytest.mark.parametrize("seed", range(4))
def test_sound_stores_give_no_alarm(tmp_path: Path, seed: int, exhaustive: bool) -> None:
    for round_ in range(10 if exhaustive else 2):
        folder = tmp_path / str(round_)
        desk, hearing = open_hearing(folder)
        with desk:
            clerk = Clerk(desk, hearing, random.Random(f"{seed} {round_}"))
            for _ in range(60):
                clerk.act()
        assert faults(folder) == ()


def test_the_example_gives_no_alarm(tmp_path: Path) -> None:
    example.load_example(tmp_path)
    assert faults(tmp_path) == ()


def test_a_check_beside_a_writing_clerk_gives_no_alarm(tmp_path: Path) -> None:
    """The command line checks while the window writes: it must look at one moment only."""
    desk, hearing = open_hearing(tmp_path)
    with desk, open_desk(tmp_path, writing=False) as reader:

        def more(_words: str) -> None:
            coding.set_stance(desk, [record(desk, hearing)], 1, coding.Stance.OPPOSE)

        record(desk, hearing)
        assert records.check(reader, more).ok
        assert records.check(reader).ok


def dump(path: Path) -> dict[str, list[tuple[object, ...]]] | None:
    """Everything a store holds, None where SQLite cannot read it."""
    try:
        db = sqlite3.connect(path)
        db.text_factory = bytes
        names = [r[0].decode() for r in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {n: db.execute(f'SELECT * FROM "{n}"').fetchall() for n in names if "_fts" not in n}
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None
    finally:
        db.close()


NOT_THE_RECORD = {"sqlite_stat1", "_sqlite_migrations", "import_mapping", "desk"}
"""Tables in which a flipped bit changes no record."""


def test_flipped_bits_that_change_a_record_are_reported(sound: Path, tmp_path: Path, exhaustive: bool) -> None:
    rng = random.Random(3)
    whole = (sound / "frhearing.db").read_bytes()
    path = tmp_path / "frhearing.db"
    (tmp_path / "ref.db").write_bytes(whole)
    before = dump(tmp_path / "ref.db")
    assert before is not None
    seen: Counter[tuple[str, str]] = Counter()
    silent = []
    for _ in range(2000 if exhaustive else 200):
        flipped = bytearray(whole)
        place = rng.randrange(len(flipped))
        flipped[place] ^= 1 << rng.randrange(8)
        path.write_bytes(flipped)
        after = dump(path)
        changed = after is None or any(after.get(t) != rows for t, rows in before.items() if t not in NOT_THE_RECORD)
        try:
            said: tuple[str, ...] = faults(tmp_path)
        except ClerkError as fault:
            said = (str(fault),)
        for beside in ("-wal", "-shm"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
        seen["changed" if changed else "same", "told" if said else "silent"] += 1
        if changed and not said:
            silent.append((place, _differences(before, after)))
    assert silent == []
    assert sum(seen.values()) >= 200
    assert seen["changed", "told"] > 20


def _differences(
    before: dict[str, list[tuple[object, ...]]], after: dict[str, list[tuple[object, ...]]] | None
) -> object:
    if after is None:
        return "unreadable"
    return [
        (t, [pair for pair in zip(before[t], after.get(t, ()), strict=False) if pair[0] != pair[1]][:1])
        for t in before
        if before[t] != after.get(t)
    ]


def test_a_damaged_store_is_left_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "frhearing.db"
    for bytes_ in (b"this is no store" * 400, b"SQLite format 3\0" + b"\xff" * 5000, b"\0" * 8192):
        path.write_bytes(bytes_)
        for writing in (True, False):
            with pytest.raises(ClerkError, match=r"left as it stands|not a store"):
                open_desk(tmp_path, writing=writing)
            assert path.read_bytes() == bytes_
        assert not backups.inspect(path).ok


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "frhearing.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks(url TEXT)")
    db.close()
    before = path.read_bytes()
    for writing in (True, False):
        with pytest.raises(ClerkError, match="left as it stands"):
            open_desk(tmp_path, writing=writing)
    with sqlite3.connect(path) as db:
        assert [r[0] for r in db.execute("SELECT name FROM sqlite_master")] == ["bookmarks"]
    db.close()
    assert path.read_bytes() == before


def test_text_of_a_version_is_named(tmp_path: Path) -> None:
    """The text in use, altered after a correction, is no longer the received one and still must be found."""
    desk, hearing = open_hearing(tmp_path)
    with desk:
        one = record(desk, hearing)
        testimony.edit_text(desk, one, "I was there. I heard it.", "misheard")
    tool = Tamperer(tmp_path, random.Random(0))
    tool.db.execute("UPDATE comment_text SET body='I was not there. I heard it.'")
    tool.close()
    assert any("No. 1" in line for line in faults(tmp_path))
