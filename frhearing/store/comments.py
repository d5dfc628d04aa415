"""Reads comments in full, and all of a hearing's comments as they are counted and printed."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from frhearing.model.comment import Appearance, Channel, Comment, CommentStatus, Timeliness
from frhearing.model.errors import NotFound
from frhearing.model.passage import Memo, Passage, PassageKind
from frhearing.model.position import Position, Stance, StanceSource
from frhearing.store.connection import Row
from frhearing.store.database import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from frhearing.model.people import Attachment, TextVersion

_FULL = """
SELECT c.*, t.body, t.version, ifnull(g.name,'') AS grp, ifnull(k.name,'') AS campaign, f.name AS file_name,
  (SELECT count(*) FROM text_version v WHERE v.comment_id=c.id AND v.void IS NULL) AS versions
FROM comment c JOIN comment_text t ON t.id=c.id LEFT JOIN stakeholder_group g ON g.id=c.group_id
LEFT JOIN campaign k ON k.id=c.campaign_id LEFT JOIN source_file f ON f.id=c.file_id
WHERE {where} ORDER BY c.number
"""
_AS_STORED: Final = (
    "id", "uid", "hearing_id", "number", "name", "organization", "group_id", "capacity", "district", "email",
    "external_id", "subject", "language", "received_at", "received_as_written", "status_reason", "campaign", "version",
    "digest", "created_at", "created_by", "revision", "void", "source_row", "letter_type",
)  # fmt: skip
"""The columns that a comment has as they stand."""

_APPEARANCES = """
SELECT a.*, ifnull(g.name,'') AS grp, t.base_seconds, t.started_at, c.number,
  (SELECT sum(elapsed_ms) FROM turn_stretch s WHERE s.turn_id=t.id AND s.void IS NULL
    AND s.kind='speaking') AS elapsed_ms,
  (SELECT ifnull(sum(seconds),0) FROM time_grant g WHERE g.turn_id=t.id AND g.void IS NULL) AS granted
FROM appearance a LEFT JOIN turn t ON t.appearance_id=a.id AND t.void IS NULL
LEFT JOIN comment c ON c.id=a.comment_id LEFT JOIN stakeholder_group g ON g.id=a.group_id
WHERE a.void IS NULL AND {where} ORDER BY a.place, a.id
"""


def get_comment(store: Store, comment_id: int) -> Comment:
    """Return one comment in full; raises NotFound."""
    return _one(store, "c.id=?", (comment_id,))


def by_number(store: Store, hearing_id: int, number: int) -> Comment:
    """Return the comment with a number on the record; raises NotFound."""
    return _one(store, "c.hearing_id=? AND c.number=?", (hearing_id, number))


def _one(store: Store, where: str, values: tuple[int, ...]) -> Comment:
    """Return the one comment a condition finds."""
    found = _comments(store, where, values)
    if not found:
        raise NotFound("This comment is not in the store. Nothing was changed.")
    return found[0]


def all_comments(store: Store, hearing_id: int) -> list[Comment]:
    """Return every comment of a hearing that is not voided, in order of number."""
    return _comments(store, "c.hearing_id=? AND c.void IS NULL", (hearing_id,))


def _comments(store: Store, where: str, values: tuple[int, ...]) -> list[Comment]:
    """Return comments with all that hangs on them, in a handful of queries whatever their number."""
    rows = store.rows(_FULL.format(where=where), values)
    inner = f"SELECT c.id FROM comment c WHERE {where}"
    tags: defaultdict[int, _Tags] = defaultdict(_Tags)
    for name, sql, of_row in _HANGING:
        for r in store.rows(sql.format(ids=inner), values):
            getattr(tags[r["comment_id"]], name).append(of_row(r))
    for r in store.rows(_APPEARANCES.format(where=f"a.comment_id IN ({inner})"), values):
        tags[r["comment_id"]].appearance = _appearance(r)
    return [_comment(r, tags[r["id"]]) for r in rows]


class _Tags:
    """All that hangs on one comment."""

    __slots__ = ("appearance", "memos", "passages", "positions", "stances", "themes")

    def __init__(self) -> None:
        self.stances: list[tuple[int, Stance]] = []
        self.positions: list[Position] = []
        self.themes: list[tuple[int, str]] = []
        self.passages: list[Passage] = []
        self.memos: list[Memo] = []
        self.appearance: Appearance | None = None


def _comment(r: Row, tags: _Tags) -> Comment:
    """Put one comment together."""
    return Comment(
        **{name: r[name] for name in _AS_STORED},
        channel=Channel(r["channel"]),
        group=r["grp"],
        status=CommentStatus(r["status"]),
        timeliness=Timeliness(r["timeliness"]),
        flagged=bool(r["flagged"]),
        text=r["body"],
        versions=max(1, r["versions"]),
        received_text=r["channel"] not in ("in_person", "remote"),
        source_file=r["file_name"] or "",
        stances=dict(tags.stances),
        positions=tuple(tags.positions),
        theme_ids=tuple(theme for theme, _ in tags.themes),
        theme_names=tuple(name for _, name in tags.themes),
        passages=tuple(tags.passages),
        memos=tuple(tags.memos),
        appearance=tags.appearance,
    )


def _position(r: Row) -> Position:
    return Position(
        r["id"],
        r["comment_id"],
        r["question_id"],
        Stance(r["stance"]),
        StanceSource(r["source"]),
        r["condition"],
        r["said_at"],
    )


def _passage(r: Row) -> Passage:
    return Passage(
        r["id"],
        r["comment_id"],
        r["version"],
        r["start"],
        r["end"],
        r["text"],
        PassageKind(r["kind"]),
        bool(r["key_quote"]),
        r["theme_id"],
        bool(r["lost"]),
    )


def _appearance(r: Row) -> Appearance:
    allotted = r["base_seconds"] + r["granted"] if r["base_seconds"] is not None else None
    return Appearance(
        slip=r["slip"],
        wish=r["wish"],
        mode=r["mode"],
        status=r["status"],
        interpreter=r["interpreter"],
        started_at=r["started_at"],
        allotted_seconds=allotted,
        used_seconds=r["elapsed_ms"] // 1000 if r["elapsed_ms"] is not None else None,
        name=r["name"],
        organization=r["organization"],
        group=r["grp"],
        stances={int(number): Stance(stance) for number, stance in json.loads(r["stances"]).items()},
        comment_id=r["comment_id"],
        number=r["number"],
        read_by=r["read_by"],
    )


def appearances(store: Store, hearing_id: int) -> list[Appearance]:
    """Return all slips of a hearing in their order, those without a comment too."""
    return [_appearance(r) for r in store.rows(_APPEARANCES.format(where="a.hearing_id=?"), (hearing_id,))]


def count_appearances(store: Store, hearing_id: int) -> int:
    """Return how many slips a hearing has."""
    return int(str(store.value("SELECT count(*) FROM appearance WHERE void IS NULL AND hearing_id=?", (hearing_id,))))


def text_versions(store: Store, comment_id: int) -> list[TextVersion]:
    """Return every version of a comment's text, the first one first."""
    found = store.rows(
        "SELECT version, body, reason, created_at, created_by FROM text_version WHERE comment_id=? "
        "AND void IS NULL ORDER BY version",
        (comment_id,),
    )
    if not found:
        found = store.rows(
            "SELECT t.version, t.body, '' AS reason, c.created_at, c.created_by FROM comment_text t "
            "JOIN comment c ON c.id=t.id WHERE c.id=?",
            (comment_id,),
        )
    from frhearing.model.people import TextVersion

    return [TextVersion(r["version"], r["body"], r["reason"], r["created_at"], r["created_by"]) for r in found]


def attachments(store: Store, comment_id: int) -> list[Attachment]:
    """Return the files that came with a comment; kept ones lie in ``files/`` under their SHA-256."""
    from frhearing.model.people import Attachment

    return [
        Attachment(r["id"], r["name"], r["note"], r["sha256"] or "")
        for r in store.rows(
            "SELECT a.id, a.name, a.note, f.sha256 FROM attachment a LEFT JOIN source_file f ON f.id=a.file_id "
            "WHERE a.comment_id=? AND a.void IS NULL ORDER BY a.id",
            (comment_id,),
        )
    ]


def source_sha256(store: Store, comment_id: int) -> str:
    """Return the SHA-256 of the file a comment was imported from, "" where it was not."""
    found = store.value(
        "SELECT f.sha256 FROM comment c JOIN source_file f ON f.id=c.file_id WHERE c.id=?", (comment_id,)
    )
    return str(found) if found is not None else ""


_HANGING: Final[tuple[tuple[str, str, Callable[[Row], object]], ...]] = (
    ("positions", "SELECT * FROM position WHERE void IS NULL AND comment_id IN ({ids}) ORDER BY id", _position),
    (
        "stances",
        "SELECT s.comment_id, q.number, s.stance FROM comment_stance s JOIN question q ON q.id=s.question_id "
        "WHERE q.void IS NULL AND s.comment_id IN ({ids}) ORDER BY q.number",
        lambda r: (r["number"], Stance(r["stance"])),
    ),
    (
        "themes",
        "SELECT ct.comment_id, ct.theme_id, t.name FROM comment_theme ct JOIN theme t ON t.id=ct.theme_id "
        "WHERE ct.void IS NULL AND ct.comment_id IN ({ids}) ORDER BY t.place, t.id",
        lambda r: (r["theme_id"], r["name"]),
    ),
    (
        "passages",
        "SELECT * FROM passage WHERE void IS NULL AND comment_id IN ({ids}) ORDER BY ifnull(start, 1e9), id",
        _passage,
    ),
    (
        "memos",
        "SELECT * FROM memo WHERE void IS NULL AND comment_id IN ({ids}) ORDER BY id",
        lambda r: Memo(r["id"], r["text"], r["created_at"], r["created_by"]),
    ),
)
"""What hangs on comments: its place in _Tags, the query that finds it, and how a row of it is read."""
