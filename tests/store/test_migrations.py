"""The shape of the store and how it changes: golden tables, newer stores untouched, nothing half-way (A14)."""

import contextlib
import hashlib
import shutil
from pathlib import Path

import pytest
from clerk import open_hearing, record
from dying import killed, points

from frhearing.desk import backups, petitions, records, testimony
from frhearing.desk.desk import open_desk
from frhearing.desk.upgrading import bring_up_to_date
from frhearing.model.errors import StoreDamaged, StoreNewer, StoreOlder
from frhearing.model.filter import CommentFilter
from frhearing.model.letters import Signatures
from frhearing.store.connection import sqlite as sqlite3
from frhearing.store.version import VERSION

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
ROOT = GOLDEN.parents[1]


def shape(path: Path) -> str:
    """Every statement that makes a store, in order of names."""
    db = sqlite3.connect(path)
    found = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name").fetchall()
    config = db.execute("SELECT k, v FROM comment_fts_config ORDER BY k").fetchall()
    version = db.execute("PRAGMA user_version").fetchone()[0]
    db.close()
    # The index's own tables belong to SQLite, and its file format to the version of it.
    own = [sql for _, name, sql in found if not name.startswith("comment_fts_")]
    settings = [f"{k}={v}" for k, v in config if k != "version"]
    return (
        "\n".join([f"-- user_version {version}", f"-- comment_fts {' '.join(settings)}", *(f"{sql};" for sql in own)])
        + "\n"
    )


def test_a_fresh_store_has_the_shape_of_its_version(tmp_path: Path) -> None:
    """A change of tables without a new version and a migration fails here; version 1 is never edited again."""
    open_desk(tmp_path).close()
    golden = GOLDEN / f"schema-{VERSION}.sql"
    made = shape(tmp_path / "frhearing.db")
    if not golden.exists():
        golden.write_text(made, encoding="utf-8")
        pytest.fail(f"{golden.name} was written; look at it and commit it")
    assert made == golden.read_text(encoding="utf-8")


def as_version(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let this program be one that writes the tables of another version."""
    from frhearing.store import database, migrations, opening, version

    for room in (database, migrations, opening, version):
        monkeypatch.setattr(room, "VERSION", number)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_newer_store_is_refused_in_words_and_untouched(tmp_path: Path, writing: bool, journal: str) -> None:
    open_hearing(tmp_path)[0].close()
    path = tmp_path / "frhearing.db"
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA journal_mode={journal}")
    db.execute(f"PRAGMA user_version={VERSION + 1}")
    db.commit()
    db.close()
    before = sha256(path)
    with pytest.raises(StoreNewer, match=r"newer version.*untouched.*Install"):
        open_desk(tmp_path, writing=writing)
    assert sha256(path) == before
    assert sorted(p.name for p in (tmp_path / "backups").glob("*")) == []


def test_a_store_that_was_never_finished_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "frhearing.db").touch()
    with pytest.raises(StoreDamaged, match="never finished"):
        open_desk(tmp_path, writing=False)
    with open_desk(tmp_path) as desk:
        assert records.check(desk).ok


@pytest.mark.parametrize("beside", ["backups", "files", "-wal"])
@pytest.mark.parametrize("at_once", [True, False])
def test_no_store_is_begun_in_an_emptied_file_beside_what_is_left_of_one(
    tmp_path: Path, beside: str, at_once: bool
) -> None:
    path = tmp_path / "frhearing.db"
    path.touch()
    if beside == "backups":
        (tmp_path / "backups").mkdir()
        (tmp_path / "backups" / "2026-02-20-101500.db").write_bytes(b"kept")
    elif beside == "files":
        (tmp_path / "files").mkdir()
        (tmp_path / "files" / hashlib.sha256(b"received").hexdigest()).write_bytes(b"received")
    else:
        (tmp_path / "frhearing.db-wal").write_bytes(b"newest")
    with pytest.raises(StoreDamaged, match=r"is empty.*left as it stands.*no new store"):
        open_desk(tmp_path, at_once=at_once)
    with pytest.raises(StoreDamaged, match="left as it stands"):
        open_desk(tmp_path, writing=False)
    assert path.read_bytes() == b""
    assert beside != "-wal" or (tmp_path / "frhearing.db-wal").read_bytes() == b"newest"


MAKER = """
from pathlib import Path
from frhearing.desk.desk import open_desk
dying.begin(sys.argv[1])
desk = open_desk(Path(sys.argv[2]))
dying.end()
"""


def test_making_the_tables_is_all_or_nothing(tmp_path: Path, exhaustive: bool) -> None:
    """Killed at many points while the first tables are laid: the next start finds none of them or all."""
    found = set()
    whole = killed(MAKER, tmp_path / "whole")
    steps = [f"PRAGMA user_version={reached}" for reached in range(1, VERSION + 1)]
    for point in ["", *steps, *points(whole, whole if exhaustive else 9)]:
        folder = tmp_path / f"at {point}"
        assert bool(killed(MAKER, folder, where=point)) is (point == "")
        path = folder / "frhearing.db"
        with sqlite3.connect(path) as db:
            tables = db.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('comment', 'change')").fetchone()[0]
            version = db.execute("PRAGMA user_version").fetchone()[0]
        db.close()
        # Each step is a transaction of its own, so a kill may fall between two of them, never into one.
        found.add((tables, version))
        desk, hearing = open_hearing(folder)
        with desk:
            record(desk, hearing)
            assert records.check(desk).ok
    assert found == {(0, 0), *((2, reached) for reached in range(1, VERSION + 1))}


def test_a_copy_is_kept_before_the_tables_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up next version fails in the middle: the store stands as it was, and a copy beside it."""
    from frhearing.store import migrations

    desk, hearing = open_hearing(tmp_path)
    with desk:
        record(desk, hearing)
    before = shape(tmp_path / "frhearing.db")
    as_version(monkeypatch, VERSION + 1)
    steps = migrations.Migrations("frhearing")
    steps._migrations = list(migrations.steps._migrations)
    monkeypatch.setattr(migrations, "steps", steps)

    @steps()
    def following(db: object) -> None:
        db.conn.execute("ALTER TABLE comment ADD COLUMN mood TEXT")
        db.conn.execute(f"PRAGMA user_version={VERSION + 1}")
        if broken:
            db.conn.execute("INSERT INTO nowhere VALUES(1)")

    broken = True
    with pytest.raises(Exception, match="nowhere"):
        open_desk(tmp_path)
    assert shape(tmp_path / "frhearing.db") == before
    copies = sorted(p.name for p in (tmp_path / "backups").iterdir())
    assert copies == [f"before-version-{VERSION + 1}.db"]
    assert shape(tmp_path / "backups" / copies[0]) == before
    broken = False
    with open_desk(tmp_path) as desk:
        assert desk.store.value("SELECT count(mood) FROM comment") == 0
        assert desk.store.value("SELECT count(*) FROM comment") == 1


@pytest.fixture
def first_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A store as version 1 wrote it, with a petition on the record."""
    from frhearing.store import migrations

    first = migrations.Migrations("frhearing")
    first._migrations = list(migrations.steps._migrations)[:1]
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "steps", first)
        as_version(earlier, 1)
        desk, hearing = open_hearing(tmp_path)
        with desk:
            comment = record(desk, hearing, "We ask the Council to wait.", name="Ada Example")
            with desk.store.action("petition", "No. 1", hearing) as writing:
                facts = {"sponsor": "Ada Example", "signatures_claimed": 40, "signatures_counted": 38}
                writing.act.insert("petition", {"comment_id": comment, **facts})
                writing.act.update("comment", comment, letter_type="petition")
    assert shape(tmp_path / "frhearing.db") == (GOLDEN / "schema-1.sql").read_text(encoding="utf-8")
    return tmp_path, hearing


def test_a_store_of_the_first_version_is_brought_up_to_date(first_version) -> None:
    folder, hearing = first_version
    with open_desk(folder) as desk:
        [petition] = petitions.list_petitions(desk, hearing)
        assert petition.signatures == Signatures(40, 38)
        assert records.check(desk).ok
        petitions.correct_petition(
            desk, petition.id, sponsor="Ada Example", signatures=Signatures(40, 38, 3, 1, 2, "M. Oleson")
        )
        assert petitions.list_petitions(desk, hearing)[0].signatures.remaining == 32
        assert records.check(desk).ok
        desk.undo()
        assert petitions.list_petitions(desk, hearing)[0].signatures == Signatures(40, 38)
        assert records.check(desk).ok
        desk.redo()
    assert shape(folder / "frhearing.db") == (GOLDEN / f"schema-{VERSION}.sql").read_text(encoding="utf-8")
    assert [one.name for one in (folder / "backups").iterdir()] == [f"before-version-{VERSION}.db"]


def test_a_number_slipped_into_an_old_row_is_found(first_version) -> None:
    folder, _hearing = first_version
    open_desk(folder).close()
    with sqlite3.connect(folder / "frhearing.db") as db:
        db.execute("UPDATE petition SET duplicates_found=30")
    db.close()
    with open_desk(folder) as desk:
        told = records.check(desk)
    assert not told.ok
    assert any("Petition 1 of no. 1 was altered outside the program" in line for line in told.lines)


def test_a_backup_that_an_older_version_made_is_sound_and_comes_back(first_version) -> None:
    folder, hearing = first_version
    open_desk(folder).close()
    [info] = backups.list_backups(folder)
    assert (info.ok, info.problem, info.comments) == (True, "", 1)
    with open_desk(folder) as desk:
        record(desk, hearing, "Written after the change of tables.")
    assert backups.restore(folder, info.path) is not None
    with open_desk(folder) as desk:
        texts = [testimony.get_comment(desk, one).text for one in testimony.list_ids(desk, hearing, CommentFilter())]
        assert texts == ["We ask the Council to wait."]
        assert records.check(desk).ok


UPGRADER = """
from pathlib import Path
from frhearing.desk.upgrading import bring_up_to_date
dying.begin(sys.argv[1])
bring_up_to_date(Path(sys.argv[2]), lambda done, total, words: None)
dying.end()
"""


def test_killed_while_it_is_brought_up_to_date_the_next_opening_goes_on(first_version, exhaustive: bool) -> None:
    """Old, new, or whole steps further (A14), and a whole copy is there before the first step."""
    folder, hearing = first_version

    def fresh(name: object) -> Path:
        return shutil.copytree(folder, folder.parent / f"{folder.name}, {name}")

    whole = killed(UPGRADER, fresh("whole"))
    found = set()
    for point in points(whole, whole if exhaustive else 12):
        place = fresh(point)
        assert killed(UPGRADER, place, where=point) == 0
        with contextlib.closing(sqlite3.connect(place / "frhearing.db")) as db:
            reached = db.execute("PRAGMA user_version").fetchone()[0]
        kept = list((place / "backups").glob("*.db"))
        assert reached == 1 or kept
        assert all(backups.inspect(one).ok for one in kept)
        found.add(reached)
        with open_desk(place) as desk:
            assert records.check(desk).ok
            assert testimony.comment_by_number(desk, hearing, 1).text == "We ask the Council to wait."
        assert shape(place / "frhearing.db") == (GOLDEN / f"schema-{VERSION}.sql").read_text(encoding="utf-8")
    assert {1, VERSION - 1} <= found


def test_an_older_store_is_not_brought_up_to_date_unasked(first_version) -> None:
    folder, _hearing = first_version
    before = sha256(folder / "frhearing.db")
    for asked in ({"writing": False}, {"migrates": False}, {"migrates": False, "at_once": False}):
        with pytest.raises(StoreOlder, match=r"older version.*Nothing was changed.*command that records"):
            open_desk(folder, **asked)
    assert sha256(folder / "frhearing.db") == before
    assert not list(folder.glob("backups/*"))


def test_how_far_it_is_brought_up_to_date_is_told_in_words(first_version) -> None:
    folder, _hearing = first_version
    told: list[tuple[int, int, str]] = []
    bring_up_to_date(folder, lambda *step: told.append(step))
    assert told[0][2].startswith("Keeping a copy: ")
    assert [words for _, _, words in told[-3:]] == [f"Step {n} of 3" for n in (1, 2, 3)]
