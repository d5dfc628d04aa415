"""One write function (7-quality.md, A13): SQL stays in the store, and no implicit transactions anywhere.

Under sqlite-utils 4, ``with db.conn:`` does not roll back, and a raw ``execute("insert …")`` followed by
``table.insert()`` and ``close()`` loses both rows without an error.
"""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "frhearing"
SQL_WRITE = re.compile(
    r"\s*(insert\s+(or\s+\w+\s+)?into|replace\s+into|update\s+\S+\s+set|delete\s+from|drop\s+(table|index|trigger)"
    r"|alter\s+table|create\s+(virtual\s+)?(table|index|trigger)|vacuum|begin\s+immediate)\b",
    re.IGNORECASE,
)


def side_doors(package: Path) -> list[str]:
    """Every place that writes around the store's one write function, as ``file:line what``."""
    found = []
    for file in sorted(package.rglob("*.py")):
        rel = file.relative_to(package)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            what = ""
            if isinstance(node, ast.With):
                held = [ast.unparse(item.context_expr) for item in node.items]
                what = next((f"with {h}" for h in held if re.search(r"(^|\.|_)conn(ection)?$", h)), "")
            elif rel.parts[0] == "store":
                continue
            elif isinstance(node, ast.Attribute) and node.attr in ("execute", "executemany", "executescript"):
                what = ast.unparse(node)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL_WRITE.match(node.value):
                what = node.value.strip()[:40]
            if what:
                found.append(f"{rel}:{node.lineno} {what}")
    return found


def test_nothing_is_written_around_the_store() -> None:
    assert side_doors(PACKAGE) == []


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("store", "with db.conn: db.conn.execute('x')"),
        ("store", "with self._connection: pass"),
        ("desk", "database.execute('select 1')"),
        ("cli", "order = 'INSERT OR REPLACE INTO comment values (1)'"),
        ("ui", "order = f'update comment set text = {x}'"),
        ("intake", "order = '''\n  delete from comment'''"),
    ],
)
def test_a_planted_side_door_is_found(tmp_path: Path, room: str, line: str) -> None:
    (tmp_path / room).mkdir()
    planted = tmp_path / room / "planted.py"
    planted.write_text("with open('x') as file, store.write() as change:\n    note = 'update the record set aside'\n")
    assert side_doors(tmp_path) == []
    planted.write_text(line + "\n")
    assert len(side_doors(tmp_path)) >= 1
