"""The triggers of the store: what was received cannot change, and the caches follow by themselves.

The bulk import drops those of ``CACHE_TRIGGERS`` inside its transaction, fills the caches set-wise with
``REBUILD_*`` and makes them again; ``check`` compares the caches with the definitions in ``model.tally``.
"""

_IMMUTABLE = {
    "comment": "id, uid, hearing_id, number, received, digest, batch_id, file_id, source_row, created_at, created_by",
    "text_version": "id, uid, comment_id, version, body, reason, created_at, created_by",
    "position": "id, uid, comment_id, question_id, stance, source, condition, said_at, created_at, created_by",
    "source_file": "id, uid, sha256, size, name, kind, not_read, created_at, created_by",
    "import_batch": "id, uid, hearing_id, name, mapping, read, added, already_here, refused, digest, created_at, "
    "created_by",
    "refused_row": "id, batch_id, file_id, row, reason, raw",
    "event": "id, uid, hearing_id, at, kind, text, comment_id, session_id, appearance_id, turn_id, monotonic_ms, by, "
    "facts, access, created_at, created_by",
    "time_grant": "id, uid, turn_id, seconds, kind, from_appearance, by, at, created_at, created_by",
    "change": "seq, clock, at, device, who, action, kind, subject, undoes, hearing_id, tbl, row, field, old_digest, "
    "new_digest, previous, hash",
}
_ONCE = {
    "comment": ("id=new.id", "uid=new.uid", "hearing_id=new.hearing_id AND number=new.number"),
    "comment_text": ("id=new.id",),
    "text_version": ("id=new.id", "uid=new.uid", "comment_id=new.comment_id AND version=new.version"),
    "position": ("id=new.id", "uid=new.uid"),
    "source_file": ("id=new.id", "uid=new.uid", "sha256=new.sha256"),
    "import_batch": ("id=new.id", "uid=new.uid"),
    "refused_row": ("id=new.id",),
    "event": ("id=new.id", "uid=new.uid"),
    "time_grant": ("id=new.id", "uid=new.uid"),
    "change": ("seq=new.seq",),
}
"""What makes a row the same as one that stands; ``REPLACE`` would put it in its place without a word."""
_KEPT = (
    *_IMMUTABLE,
    "comment_text",
    "body",
    "person",
    "organization",
    "stakeholder_group",
    "hearing",
    "session",
    "matter",
    "question",
    "saved_view",
    "import_file",
    "campaign",
    "petition",
    "attachment",
    "exhibit",
    "theme",
    "dossier_entry",
    "comment_theme",
    "passage",
    "memo",
    "appearance",
    "turn",
    "turn_stretch",
    "ceded_time",
    "edition",
    "certification",
    "correction",
    "redaction",
)


_TEXT_FIXED = """CREATE TRIGGER comment_text_fixed BEFORE UPDATE ON comment_text
  WHEN NOT EXISTS(SELECT 1 FROM text_version WHERE comment_id=old.id AND version=old.version AND body=old.body)
  OR NOT EXISTS(SELECT 1 FROM text_version WHERE comment_id=new.id AND version=new.version AND body=new.body)
  BEGIN SELECT RAISE(ABORT, 'a text changes only by a new version'); END;"""


_VALUES_FIXED = """CREATE TRIGGER change_values BEFORE UPDATE OF old, new, salt ON change
  WHEN (new.old IS NOT NULL AND new.old IS NOT old.old) OR (new.new IS NOT NULL AND new.new IS NOT old.new)
  OR (new.salt IS NOT NULL AND new.salt IS NOT old.salt) OR (old.field='' AND new.new IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a logged value can be erased, never altered'); END;"""


def guard_triggers() -> list[str]:
    """Return the statements that make received columns immutable and rows undeletable."""
    made = [
        f"CREATE TRIGGER {table}_fixed BEFORE UPDATE OF {columns} ON {table} BEGIN "
        f"SELECT RAISE(ABORT, 'what was received cannot be changed: {table}'); END;"
        for table, columns in _IMMUTABLE.items()
    ]
    made += [_TEXT_FIXED, _VALUES_FIXED]
    made += [
        f"CREATE TRIGGER {table}_once BEFORE INSERT ON {table} WHEN "
        + " OR ".join(f"EXISTS(SELECT 1 FROM {table} WHERE {same})" for same in ways)
        + f" BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: {table}'); END;"
        for table, ways in _ONCE.items()
    ]
    made += [
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN "
        f"SELECT RAISE(ABORT, 'nothing is deleted from the record: {table}'); END;"
        for table in _KEPT
    ]
    return made


SEARCH_TRIGGERS: dict[str, str] = {
    "comment_text_ai": """CREATE TRIGGER comment_text_ai AFTER INSERT ON comment_text BEGIN
  INSERT INTO comment_fts(rowid, body, name, organization)
    SELECT new.id, new.body, name, organization FROM comment WHERE id=new.id; END;""",
    "comment_text_bd": """CREATE TRIGGER comment_text_bd BEFORE DELETE ON comment_text BEGIN
  INSERT INTO comment_fts(comment_fts, rowid, body, name, organization)
    SELECT 'delete', old.id, old.body, name, organization FROM comment WHERE id=old.id; END;""",
    "comment_text_au": """CREATE TRIGGER comment_text_au AFTER UPDATE OF body ON comment_text
  WHEN old.body IS NOT new.body BEGIN
  INSERT INTO comment_fts(comment_fts, rowid, body, name, organization)
    SELECT 'delete', old.id, old.body, name, organization FROM comment WHERE id=old.id;
  INSERT INTO comment_fts(rowid, body, name, organization)
    SELECT new.id, new.body, name, organization FROM comment WHERE id=new.id; END;""",
    "comment_au_who": """CREATE TRIGGER comment_au_who AFTER UPDATE OF name, organization ON comment
  WHEN old.name IS NOT new.name OR old.organization IS NOT new.organization BEGIN
  INSERT INTO comment_fts(comment_fts, rowid, body, name, organization)
    SELECT 'delete', old.id, body, old.name, old.organization FROM comment_text WHERE id=old.id;
  INSERT INTO comment_fts(rowid, body, name, organization)
    SELECT new.id, body, new.name, new.organization FROM comment_text WHERE id=new.id; END;""",
}

_ADD = "ON CONFLICT DO UPDATE SET n=n+excluded.n"
_KEY = "{row}.hearing_id, {q}, {s}, ifnull({row}.group_id,0), {row}.channel, {row}.status"


def _own(row: str, step: int) -> str:
    """Return the statement that counts a comment itself (question 0) up or down."""
    key = _KEY.format(row=row, q="0", s="''")
    return f"INSERT INTO facet_count SELECT {key}, {step} WHERE {row}.void IS NULL {_ADD};"


def _stances(row: str, step: int) -> str:
    """Return the statement that counts the stances of a comment up or down."""
    key = _KEY.format(row=row, q="s.question_id", s="s.stance")
    return (
        f"INSERT INTO facet_count SELECT {key}, {step} FROM comment_stance s "
        f"WHERE s.comment_id={row}.id AND {row}.void IS NULL {_ADD};"
    )


def _one_stance(row: str, step: int) -> str:
    """Return the statement that counts one row of ``comment_stance`` up or down."""
    key = _KEY.format(row="c", q=f"{row}.question_id", s=f"{row}.stance")
    return (
        f"INSERT INTO facet_count SELECT {key}, {step} FROM comment c "
        f"WHERE c.id={row}.comment_id AND c.void IS NULL {_ADD};"
    )


_COUNTED = "EXISTS(SELECT 1 FROM comment c WHERE c.id={row}.comment_id AND c.void IS NULL)"
_THEME = "INSERT INTO theme_count SELECT {row}.theme_id, {step} WHERE {row}.void IS NULL AND {counted} " + _ADD + ";"


def _theme(row: str, step: int) -> str:
    """Return the statement that counts one theme of a comment up or down."""
    return _THEME.format(row=row, step=step, counted=_COUNTED.format(row=row))


_THEMES_OF = (
    "INSERT INTO theme_count SELECT t.theme_id, {step} FROM comment_theme t "
    "WHERE t.comment_id=new.id AND t.void IS NULL " + _ADD + ";"
)
_RECOUNT = """
  DELETE FROM comment_stance WHERE comment_id=new.comment_id AND question_id=new.question_id AND NOT EXISTS(
    SELECT 1 FROM position WHERE comment_id=new.comment_id AND question_id=new.question_id AND void IS NULL);
  INSERT INTO comment_stance(question_id, comment_id, stance, position_id)
    SELECT new.question_id, new.comment_id, stance, id FROM position
    WHERE comment_id=new.comment_id AND question_id=new.question_id AND void IS NULL
    ORDER BY source='clerk_inferred', id DESC LIMIT 1
    ON CONFLICT DO UPDATE SET stance=excluded.stance, position_id=excluded.position_id;"""

COUNT_TRIGGERS: dict[str, str] = {
    "comment_count_ai": f"CREATE TRIGGER comment_count_ai AFTER INSERT ON comment BEGIN {_own('new', 1)} END;",
    "comment_count_au": "CREATE TRIGGER comment_count_au AFTER UPDATE OF group_id, channel, status, void "
    "ON comment WHEN old.group_id IS NOT new.group_id OR old.channel IS NOT new.channel "
    "OR old.status IS NOT new.status OR old.void IS NOT new.void BEGIN "
    f"{_own('old', -1)} {_own('new', 1)} {_stances('old', -1)} {_stances('new', 1)} END;",
    "comment_theme_void": "CREATE TRIGGER comment_theme_void AFTER UPDATE OF void ON comment "
    f"WHEN old.void IS NULL AND new.void IS NOT NULL BEGIN {_THEMES_OF.format(step=-1)} END;",
    "comment_theme_back": "CREATE TRIGGER comment_theme_back AFTER UPDATE OF void ON comment "
    f"WHEN old.void IS NOT NULL AND new.void IS NULL BEGIN {_THEMES_OF.format(step=1)} END;",
    "position_ai": f"CREATE TRIGGER position_ai AFTER INSERT ON position BEGIN {_RECOUNT} END;",
    "position_au": f"CREATE TRIGGER position_au AFTER UPDATE OF void ON position BEGIN {_RECOUNT} END;",
    "stance_ai": f"CREATE TRIGGER stance_ai AFTER INSERT ON comment_stance BEGIN {_one_stance('new', 1)} END;",
    "stance_ad": f"CREATE TRIGGER stance_ad AFTER DELETE ON comment_stance BEGIN {_one_stance('old', -1)} END;",
    "stance_au": "CREATE TRIGGER stance_au AFTER UPDATE OF stance ON comment_stance BEGIN "
    f"{_one_stance('old', -1)} {_one_stance('new', 1)} END;",
    "theme_ai": f"CREATE TRIGGER theme_ai AFTER INSERT ON comment_theme BEGIN {_theme('new', 1)} END;",
    "theme_au": "CREATE TRIGGER theme_au AFTER UPDATE OF void ON comment_theme BEGIN "
    f"{_theme('old', -1)} {_theme('new', 1)} END;",
}

BATCH_TRIGGERS: tuple[str, ...] = (
    """CREATE TRIGGER batch_void AFTER UPDATE OF void ON import_batch WHEN old.void IS NOT new.void BEGIN
  UPDATE comment SET void=new.void WHERE batch_id=new.id AND void IS old.void; END;""",
)

CACHE_TRIGGERS: dict[str, str] = {**SEARCH_TRIGGERS, **COUNT_TRIGGERS}

COUNT_FACETS = """
SELECT hearing_id, 0 AS question_id, '' AS stance, ifnull(group_id,0) AS group_id, channel, status, count(*) AS n
  FROM comment WHERE void IS NULL GROUP BY 1,4,5,6
UNION ALL
SELECT c.hearing_id, s.question_id, s.stance, ifnull(c.group_id,0), c.channel, c.status, count(*)
  FROM comment_stance s JOIN comment c ON c.id=s.comment_id WHERE c.void IS NULL GROUP BY 1,2,3,4,5,6
"""
CURRENT_STANCES = """
SELECT question_id, comment_id, stance, position_id FROM (SELECT question_id, comment_id, stance, id AS position_id,
  row_number() OVER (
  PARTITION BY question_id, comment_id ORDER BY source='clerk_inferred', id DESC) AS place
  FROM position WHERE void IS NULL) WHERE place=1
"""
COUNT_THEMES = """
SELECT t.theme_id, count(*) AS n FROM comment_theme t JOIN comment c ON c.id=t.comment_id
  WHERE t.void IS NULL AND c.void IS NULL GROUP BY 1
"""


def all_triggers() -> list[str]:
    """Return every trigger statement of version 1."""
    return [*guard_triggers(), *BATCH_TRIGGERS, *CACHE_TRIGGERS.values()]
