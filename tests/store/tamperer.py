"""Alters a store behind the program's back, at random, as somebody with a database tool would."""

import random
from collections.abc import Callable
from pathlib import Path

from frhearing.store.connection import sqlite as sqlite3


class Tamperer:
    """Alters a store as somebody with a database tool and knowledge of its guards would."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.rng = rng
        self.db = sqlite3.connect(folder / "frhearing.db", isolation_level=None)
        self.db.row_factory = sqlite3.Row
        self.guards = self.db.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND (name LIKE '%_fixed' OR name LIKE '%_kept' "
            "OR name LIKE '%_once' OR name='change_values')"
        ).fetchall()
        for name, _ in self.guards:
            self.db.execute(f"DROP TRIGGER {name}")

    def close(self) -> None:
        for _, sql in self.guards:
            self.db.execute(sql)
        self.db.close()

    def pick(self, table: str) -> sqlite3.Row:
        return self.rng.choice(self.db.execute(f'SELECT rowid AS rowid, * FROM "{table}"').fetchall())

    def tables(self, *but: str) -> list[str]:
        names = [
            r[0]
            for r in self.db.execute(
                "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) i ON i.name='uid' "
                "WHERE m.type='table'"
            )
        ]
        return [n for n in names if n not in but and self.db.execute(f'SELECT count(*) FROM "{n}"').fetchone()[0]]

    def set(self, table: str, column: str, value: object, rowid: int) -> None:
        self.db.execute(f'UPDATE "{table}" SET "{column}"=? WHERE rowid=?', (value, rowid))

    # Each gives what a clerk must be able to recognise in one of the sentences.

    def edit(self) -> str:
        """One letter or number in one column of one row."""
        table = self.rng.choice(self.tables())
        row = self.pick(table)
        columns = [c for c in dict(row) if c not in ("id", "rowid", "revision", "changed_at", "next_number", "excerpt")]
        column = self.rng.choice(columns)
        old = row[column]
        if isinstance(old, int):
            new: object = old + self.rng.choice([1, 2, 7])
        elif isinstance(old, bytes):
            new = old[:-1] + bytes([old[-1] ^ 1])
        else:
            new = self.rng.choice([(old or "") + "x", "planted"])
        try:
            self.set(table, column, new, row["rowid"])
        except sqlite3.IntegrityError:  # a CHECK or a foreign key of SQLite itself
            return self.edit()
        return self.named(table, row)

    def named(self, table: str, row: sqlite3.Row) -> str:
        if table == "comment":
            return f"No. {row['number']}"
        if table in ("hearing", "theme", "stakeholder_group", "question", "import_batch"):
            return {"import_batch": "import"}.get(table, table.replace("stakeholder_", "")).lower()
        return table.replace("_", " ")

    def text(self) -> str:
        """The text that everyone reads."""
        row = self.pick("comment_text")
        self.db.execute(
            "UPDATE comment_text SET body=? WHERE id=?", (row["body"].replace(" ", "  ", 1) + ".", row["id"])
        )
        return self.number(row["id"])

    def excerpt(self) -> str:
        row = self.pick("comment")
        self.set("comment", "excerpt", "I support this.", row["rowid"])
        return f"No. {row['number']}"

    def version(self) -> str:
        row = self.pick("text_version")
        self.set("text_version", "body", row["body"] + " Not.", row["rowid"])
        return self.number(row["comment_id"])

    def number(self, comment_id: int) -> str:
        return f"No. {self.db.execute('SELECT number FROM comment WHERE id=?', (comment_id,)).fetchone()[0]}"

    def delete(self) -> str:
        table = self.rng.choice(self.tables("import_batch", "hearing", "body"))
        row = self.pick(table)
        self.db.execute(f'DELETE FROM "{table}" WHERE rowid=?', (row["rowid"],))
        return self.named(table, row).split()[0]

    def insert(self) -> str:
        table = self.rng.choice(["comment", "position", "comment_theme", "passage", "memo", "text_version", "theme"])
        if table not in self.tables():
            return self.insert()
        row = dict(self.pick(table))
        del row["rowid"]
        row |= {"id": None, "uid": self.rng.randbytes(16)}
        if table == "comment":
            row |= {"number": row["number"] + 1000}
        if table == "text_version":
            row |= {"version": row["version"] + 1000}
        if table == "comment_theme":
            row |= {"comment_id": self.db.execute("SELECT max(id) FROM comment").fetchone()[0]}
        columns = ",".join(f'"{c}"' for c in row)
        try:
            made = self.db.execute(
                f'INSERT INTO "{table}"({columns}) VALUES({",".join("?" * len(row))})', tuple(row.values())
            )
        except sqlite3.IntegrityError:
            return self.insert()
        if table == "comment":
            body = "planted"
            self.db.execute("INSERT INTO comment_text(id, body) VALUES(?,?)", (made.lastrowid, body))
        return self.named(
            table, self.db.execute(f'SELECT *, rowid FROM "{table}" WHERE rowid=?', (made.lastrowid,)).fetchone()
        )

    def swap(self) -> str:
        """Two texts, or the ids of two themes or groups, change places."""
        if self.rng.random() < 0.5:
            one, two = self.db.execute("SELECT id, body FROM comment_text ORDER BY random() LIMIT 2").fetchall()
            if one["body"] == two["body"]:
                return self.swap()
            self.db.execute("UPDATE comment_text SET body=? WHERE id=?", (two["body"], one["id"]))
            self.db.execute("UPDATE comment_text SET body=? WHERE id=?", (one["body"], two["id"]))
            return self.number(one["id"])
        table = self.rng.choice(["theme", "stakeholder_group"])
        one, two = self.db.execute(f"SELECT id, name FROM {table} ORDER BY random() LIMIT 2").fetchall()
        for now, then in ((one["id"], -1), (two["id"], one["id"]), (-1, two["id"])):
            self.db.execute(f"UPDATE {table} SET id=? WHERE id=?", (then, now))
        return str(one["name"])

    def backdate(self) -> str:
        table = self.rng.choice(["comment", "position", "memo", "text_version", "change"])
        if table != "change" and table not in self.tables():
            return self.backdate()
        row = self.pick(table)
        self.set(table, "at" if table == "change" else "created_at", "2020-01-01T00:00:00.000Z", row["rowid"])
        return f"ntry {row['seq']}" if table == "change" else self.named(table, row)

    def entry(self) -> str:
        """One column of one entry of the log."""
        row = self.pick("change")
        column = self.rng.choice([c for c in dict(row) if c not in ("rowid", "seq")])
        old = row[column]
        new: object = "planted"
        if isinstance(old, int):
            new = old + 1
        elif isinstance(old, bytes):
            new = old[:-1] + bytes([old[-1] ^ 1])
        elif column in ("undoes", "hearing_id"):
            new = 77
        self.set("change", column, new, row["rowid"])
        return f"ntry {row['seq']}"

    def cut_entry(self) -> str:
        row = self.pick("change")
        self.db.execute("DELETE FROM change WHERE seq=?", (row["seq"],))
        top = self.db.execute("SELECT max(seq) FROM change").fetchone()[0]
        return f"entry {row['seq']}" if row["seq"] < top else ""

    def void(self) -> str:
        """A comment is made to vanish from every list and count."""
        row = self.db.execute("SELECT * FROM comment WHERE void IS NULL ORDER BY random() LIMIT 1").fetchone()
        self.db.execute("UPDATE comment SET void='entered twice' WHERE id=?", (row["id"],))
        return f"No. {row['number']}"

    def counter(self) -> str:
        self.db.execute(self.rng.choice(["UPDATE facet_count SET n=n+1 WHERE n>0", "UPDATE theme_count SET n=n+1"]))
        return "counters"

    def cached_stance(self) -> str:
        self.db.execute(
            "UPDATE comment_stance SET stance='neutral' WHERE comment_id=(SELECT max(comment_id) FROM comment_stance)"
        )
        self.db.execute(
            "UPDATE comment_stance SET stance='mixed' WHERE comment_id=(SELECT min(comment_id) FROM comment_stance)"
        )
        return "stances that count"

    def number_again(self) -> str:
        self.db.execute("UPDATE hearing SET next_number=next_number+? WHERE id=1", (self.rng.choice([-1, 1]),))
        return "No. "

    def search(self) -> str:
        self.db.execute("DELETE FROM comment_fts_docsize WHERE id=(SELECT max(id) FROM comment_fts_docsize)")
        return "search index"


WAYS: tuple[Callable[[Tamperer], str], ...] = (
    Tamperer.edit,
    Tamperer.edit,
    Tamperer.edit,
    Tamperer.text,
    Tamperer.excerpt,
    Tamperer.version,
    Tamperer.delete,
    Tamperer.insert,
    Tamperer.swap,
    Tamperer.backdate,
    Tamperer.entry,
    Tamperer.entry,
    Tamperer.cut_entry,
    Tamperer.void,
    Tamperer.counter,
    Tamperer.cached_stance,
    Tamperer.number_again,
    Tamperer.search,
)
