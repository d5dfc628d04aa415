"""What was received cannot be changed, replaced or deleted, with whatever program (7-quality.md, B1)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from clerk import open_hearing, record

from frhearing.desk import coding, importing, testimony
from frhearing.store import triggers
from frhearing.store.connection import sqlite as sqlite3

RECEIVED = {
    "comment": "id uid hearing_id number received digest batch_id file_id source_row created_at created_by",
    "comment_text": "id version body",
    "text_version": "id uid comment_id version body reason created_at created_by",
    "position": "id uid comment_id question_id stance source condition said_at created_at created_by",
    "source_file": "id uid sha256 size name kind not_read created_at created_by",
    "import_batch": "id uid hearing_id name read added already_here refused digest created_at created_by",
    "refused_row": "id batch_id file_id row reason raw",
    "change": "seq clock at device who action kind subject undoes hearing_id tbl row field old new salt old_digest "
    "new_digest previous hash",
}
COLUMNS = [(table, column) for table, columns in RECEIVED.items() for column in columns.split()]
KEPT = sorted({*RECEIVED, *triggers._KEPT})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store that has a row in every table of what was received."""
    folder = tmp_path_factory.mktemp("guards")
    desk, hearing = open_hearing(folder)
    with desk:
        one = record(desk, hearing, name="Ann Bo")
        coding.set_stance(desk, [one], 1, coding.Stance.OPPOSE)
        testimony.edit_text(desk, one, "I was there. I heard it.", "misheard")
        table = folder / "letters.csv"
        table.write_text(
            "Email,Comment,Position\na@b.org,I say no.,negative\nc@d.org,Yes please.,positive,more,than,columns\n"
        )
        importing.add(desk, importing.read_files(desk, hearing, [table]))
    return folder / "frhearing.db"


@pytest.fixture
def raw(store: Path) -> Iterator[sqlite3.Connection]:
    """Another program's connection with its careless settings; what it writes is rolled back."""
    connection = sqlite3.connect(store, isolation_level=None)
    connection.execute("BEGIN")
    yield connection
    connection.execute("ROLLBACK")
    connection.close()


def first_row(raw: sqlite3.Connection, table: str) -> tuple[str, dict[str, object]]:
    """The row id's name and the first row of a table, put there where it has none."""
    key = "seq" if table == "change" else "id"
    cursor = raw.execute(f'SELECT * FROM "{table}" ORDER BY 1 LIMIT 1')
    found = cursor.fetchone()
    if found is None:
        pytest.fail(f"the store of this test needs a row in {table}")
    return key, dict(zip([c[0] for c in cursor.description], found, strict=True))


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_received_column_cannot_be_updated(raw: sqlite3.Connection, table: str, column: str) -> None:
    key, row = first_row(raw, table)
    other = {bytes: b"\x01" * 16, int: 999, str: "2", type(None): 7}[type(row[column])]
    if column in ("old", "salt") and row[column] in (None, "null"):
        other = '"planted"'
    with pytest.raises(sqlite3.IntegrityError, match=r"cannot be changed|new version|never altered"):
        raw.execute(f'UPDATE "{table}" SET "{column}"=? WHERE {key}=?', (other, row[key]))


@pytest.mark.parametrize("table", KEPT)
def test_no_row_can_be_deleted(raw: sqlite3.Connection, table: str) -> None:
    statement = f'DELETE FROM "{table}" WHERE rowid IN (SELECT rowid FROM "{table}" LIMIT 1)'
    if table == "import_file":
        statement = "DELETE FROM import_file"
    if not raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]:
        made = raw.execute("SELECT sql FROM sqlite_master WHERE name=?", (f"{table}_kept",)).fetchone()[0]
        assert f"BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT" in made
        return
    with pytest.raises(sqlite3.IntegrityError, match="nothing is deleted"):
        raw.execute(statement)


@pytest.mark.parametrize("table", RECEIVED)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_no_row_can_be_replaced(store: Path, table: str, recursive: str) -> None:
    raw = sqlite3.connect(store, isolation_level=None)
    raw.execute(f"PRAGMA recursive_triggers={recursive}")
    raw.execute("BEGIN")
    _, row = first_row(raw, table)
    marks = ",".join("?" * len(row))
    try:
        with pytest.raises(sqlite3.IntegrityError, match=r"not replaced|nothing is deleted"):
            raw.execute(f'INSERT OR REPLACE INTO "{table}" VALUES({marks})', tuple(row.values()))
    finally:
        raw.execute("ROLLBACK")
        raw.close()


def test_a_number_on_the_record_cannot_be_taken_over_by_a_new_row(raw: sqlite3.Connection) -> None:
    _, row = first_row(raw, "comment")
    row |= {"id": 4711, "uid": b"\x02" * 16}
    with pytest.raises(sqlite3.IntegrityError, match="not replaced"):
        raw.execute(f"INSERT OR REPLACE INTO comment VALUES({','.join('?' * len(row))})", tuple(row.values()))


def test_a_logged_value_can_be_erased_but_not_altered(raw: sqlite3.Connection) -> None:
    seq = raw.execute("SELECT max(seq) FROM change WHERE field='void' OR field<>''").fetchone()[0]
    raw.execute("UPDATE change SET old=NULL, new=NULL WHERE seq=?", (seq,))
    with pytest.raises(sqlite3.IntegrityError, match="never altered"):
        raw.execute("UPDATE change SET new='\"planted\"' WHERE seq=?", (seq,))
    made = raw.execute("SELECT max(seq) FROM change WHERE field=''").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match="never altered"):
        raw.execute("UPDATE change SET new=NULL WHERE seq=?", (made,))


def test_the_guards_are_what_stops_it(store: Path, tmp_path: Path) -> None:
    """Without them the same statements pass: the tests above can fail."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(store.read_bytes())
    raw = sqlite3.connect(copy)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("UPDATE comment SET number=77, received='{}' WHERE id=1")
    raw.execute("DELETE FROM change")
    raw.close()
