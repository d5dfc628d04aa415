"""The tables of the store as version 1 lays them; later versions add migrations and never edit this text.

Every row that people make carries ``uid`` (crosses machines), ``revision``, who and when, and ``void``:
nothing is deleted, a row is voided with a reason. Instants are UTC text. Enumerations are short codes.
"""

_MADE = """
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT"""

OFFICE = f"""
CREATE TABLE body(id INTEGER PRIMARY KEY, name TEXT NOT NULL, jurisdiction TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'council',
  presiding_officer TEXT NOT NULL DEFAULT '', clerk_name TEXT NOT NULL DEFAULT '',
  clerk_title TEXT NOT NULL DEFAULT '', rules TEXT NOT NULL DEFAULT '{{}}',{_MADE}) STRICT;
CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT NOT NULL, sort_name TEXT NOT NULL DEFAULT '',
  say_as TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '',
  address_confidential TEXT NOT NULL DEFAULT 'no',{_MADE}) STRICT;
CREATE TABLE stakeholder_group(id INTEGER PRIMARY KEY, name TEXT NOT NULL, hint TEXT NOT NULL DEFAULT '',
  place INTEGER NOT NULL,{_MADE}) STRICT;
CREATE TABLE organization(id INTEGER PRIMARY KEY, name TEXT NOT NULL,
  group_id INTEGER REFERENCES stakeholder_group(id),{_MADE}) STRICT;
CREATE TABLE import_mapping(fingerprint TEXT PRIMARY KEY, mapping TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT;
"""

HEARING = f"""
CREATE TABLE hearing(id INTEGER PRIMARY KEY, title TEXT NOT NULL, body_id INTEGER NOT NULL REFERENCES body(id),
  file_number TEXT NOT NULL DEFAULT '', date TEXT NOT NULL, starts TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'draft' CHECK(status IN ('draft','scheduled','open','recessed','closed',
    'record_closed','certified','postponed','cancelled','continued')),
  mode TEXT NOT NULL DEFAULT 'in_person', authority TEXT NOT NULL DEFAULT '', notice TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', attendance TEXT NOT NULL DEFAULT '', rules TEXT NOT NULL DEFAULT '{{}}',
  report_options TEXT NOT NULL DEFAULT '{{}}', example INTEGER NOT NULL DEFAULT 0,
  next_number INTEGER NOT NULL DEFAULT 1, changed_at TEXT NOT NULL,{_MADE}) STRICT;
CREATE TABLE session(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  day TEXT NOT NULL, called_to_order TEXT, adjourned TEXT, roll TEXT NOT NULL DEFAULT '[]',
  phase TEXT NOT NULL DEFAULT 'not_opened' CHECK(phase IN ('not_opened','open','time_certain','recess',
    'testimony_closed','adjourned')),
  phase_before TEXT NOT NULL DEFAULT 'not_opened', until TEXT NOT NULL DEFAULT '',
  item TEXT NOT NULL DEFAULT '',{_MADE}) STRICT;
CREATE TABLE matter(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  file_number TEXT NOT NULL DEFAULT '', title TEXT NOT NULL, sponsor TEXT NOT NULL DEFAULT '',
  action_asked TEXT NOT NULL DEFAULT '',{_MADE}) STRICT;
CREATE TABLE question(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  number INTEGER NOT NULL, text TEXT NOT NULL, support_means TEXT NOT NULL DEFAULT '',
  oppose_means TEXT NOT NULL DEFAULT '',{_MADE}) STRICT;
CREATE UNIQUE INDEX question_number ON question(hearing_id, number) WHERE void IS NULL;
CREATE TABLE theme(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  parent_id INTEGER REFERENCES theme(id), name TEXT NOT NULL, definition TEXT NOT NULL DEFAULT '',
  place INTEGER NOT NULL,{_MADE}) STRICT;
CREATE INDEX theme_hearing ON theme(hearing_id, place);
CREATE TABLE dossier_entry(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  kind TEXT NOT NULL CHECK(kind IN ('background','why','timeline','player','quote','next','takeaway')),
  place INTEGER NOT NULL, heading TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '', attribution TEXT NOT NULL DEFAULT '',
  outlet TEXT NOT NULL DEFAULT '', published TEXT NOT NULL DEFAULT '',
  paraphrase INTEGER NOT NULL DEFAULT 0,{_MADE}) STRICT;
CREATE INDEX dossier_hearing ON dossier_entry(hearing_id, place);
CREATE TABLE saved_view(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  name TEXT NOT NULL, filter TEXT NOT NULL,{_MADE}) STRICT;
"""

INTAKE = f"""
CREATE TABLE source_file(id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  size INTEGER NOT NULL, kind TEXT NOT NULL DEFAULT '', not_read TEXT NOT NULL DEFAULT '[]',{_MADE}) STRICT;
CREATE TABLE import_batch(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  name TEXT NOT NULL, mapping TEXT NOT NULL, read INTEGER NOT NULL, added INTEGER NOT NULL,
  already_here INTEGER NOT NULL, refused INTEGER NOT NULL, digest TEXT NOT NULL,{_MADE}) STRICT;
CREATE TABLE import_file(batch_id INTEGER NOT NULL REFERENCES import_batch(id),
  file_id INTEGER NOT NULL REFERENCES source_file(id), PRIMARY KEY(batch_id, file_id)) STRICT, WITHOUT ROWID;
CREATE TABLE refused_row(id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL REFERENCES import_batch(id),
  file_id INTEGER REFERENCES source_file(id), row TEXT NOT NULL, reason TEXT NOT NULL,
  raw TEXT NOT NULL) STRICT;
CREATE INDEX refused_batch ON refused_row(batch_id);
CREATE TABLE campaign(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  name TEXT NOT NULL, master_text TEXT NOT NULL DEFAULT '', method TEXT NOT NULL DEFAULT 'clerk',{_MADE}) STRICT;
CREATE UNIQUE INDEX campaign_name ON campaign(hearing_id, name) WHERE void IS NULL;
CREATE TABLE petition(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  sponsor TEXT NOT NULL DEFAULT '', signatures_claimed INTEGER, signatures_counted INTEGER,{_MADE}) STRICT;
"""

COMMENT = f"""
CREATE TABLE comment(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  number INTEGER NOT NULL CHECK(number>0),
  channel TEXT NOT NULL CHECK(channel IN ('in_person','remote','email','web_form','post','hand_delivered',
    'fax','phone','voicemail','social','other')),
  received_at TEXT, received_day TEXT, received_as_written TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '', organization TEXT NOT NULL DEFAULT '', person_id INTEGER REFERENCES person(id),
  group_id INTEGER REFERENCES stakeholder_group(id), capacity TEXT NOT NULL DEFAULT '',
  district TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', external_id TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT 'en', excerpt TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'accepted' CHECK(status IN ('accepted','restricted','withdrawn','disputed',
    'returned','duplicate')),
  status_reason TEXT NOT NULL DEFAULT '',
  timeliness TEXT NOT NULL DEFAULT 'timely' CHECK(timeliness IN ('timely','late_accepted',
    'late_not_considered','undated')),
  flagged INTEGER NOT NULL DEFAULT 0, campaign_id INTEGER REFERENCES campaign(id),
  letter_type TEXT NOT NULL DEFAULT '', batch_id INTEGER REFERENCES import_batch(id),
  file_id INTEGER REFERENCES source_file(id), source_row TEXT NOT NULL DEFAULT '',
  received TEXT NOT NULL DEFAULT '{{}}', digest TEXT NOT NULL,{_MADE}) STRICT;
CREATE UNIQUE INDEX comment_number ON comment(hearing_id, number);
CREATE INDEX comment_listed ON comment(hearing_id, number) WHERE void IS NULL;
CREATE INDEX comment_received ON comment(hearing_id, received_at, id) WHERE void IS NULL;
CREATE INDEX comment_name ON comment(hearing_id, name, id) WHERE void IS NULL;
CREATE INDEX comment_group ON comment(hearing_id, group_id, id);
CREATE INDEX comment_day ON comment(hearing_id, received_day);
CREATE INDEX comment_external ON comment(hearing_id, external_id) WHERE external_id<>'';
CREATE INDEX comment_batch ON comment(batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX comment_campaign ON comment(campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX comment_flagged ON comment(hearing_id) WHERE flagged=1;
CREATE INDEX comment_known ON comment(name COLLATE NOCASE, id);
CREATE INDEX comment_organization ON comment(organization COLLATE NOCASE, id);
CREATE TABLE comment_text(id INTEGER PRIMARY KEY REFERENCES comment(id), version INTEGER NOT NULL DEFAULT 1,
  body TEXT NOT NULL) STRICT;
CREATE TABLE text_version(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  version INTEGER NOT NULL CHECK(version>0), body TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',{_MADE}) STRICT;
CREATE UNIQUE INDEX text_version_of ON text_version(comment_id, version);
CREATE TABLE memo(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  text TEXT NOT NULL,{_MADE}) STRICT;
CREATE INDEX memo_comment ON memo(comment_id);
CREATE TABLE attachment(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  file_id INTEGER REFERENCES source_file(id), name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',{_MADE}) STRICT;
CREATE INDEX attachment_comment ON attachment(comment_id);
CREATE TABLE exhibit(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  comment_id INTEGER REFERENCES comment(id), mark TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'offered', file_id INTEGER REFERENCES source_file(id),{_MADE}) STRICT;
"""

PODIUM = f"""
CREATE TABLE appearance(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  comment_id INTEGER REFERENCES comment(id), slip INTEGER, name TEXT NOT NULL DEFAULT '',
  organization TEXT NOT NULL DEFAULT '', person_id INTEGER REFERENCES person(id),
  group_id INTEGER REFERENCES stakeholder_group(id), capacity TEXT NOT NULL DEFAULT '',
  district TEXT NOT NULL DEFAULT '', stances TEXT NOT NULL DEFAULT '{{}}', wish TEXT NOT NULL DEFAULT 'speak',
  mode TEXT NOT NULL DEFAULT 'in_person', interpreter TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'registered', place INTEGER NOT NULL DEFAULT 0,
  names TEXT NOT NULL DEFAULT '[]', read_by TEXT NOT NULL DEFAULT '', simultaneous INTEGER NOT NULL DEFAULT 0,
  speaker_class TEXT NOT NULL DEFAULT 'individual', residency TEXT NOT NULL DEFAULT 'not_stated',
  panel TEXT NOT NULL DEFAULT '', item TEXT NOT NULL DEFAULT '', early_leave TEXT NOT NULL DEFAULT '',
  accommodation TEXT NOT NULL DEFAULT '', members TEXT NOT NULL DEFAULT '[]', person_key TEXT NOT NULL DEFAULT '',
  held INTEGER NOT NULL DEFAULT 0, sworn TEXT NOT NULL DEFAULT '', access TEXT NOT NULL DEFAULT 'public',
  registered_at TEXT, checked_in_at TEXT, called_at TEXT, reason TEXT NOT NULL DEFAULT '',
  duplicate_of INTEGER REFERENCES appearance(id),{_MADE}) STRICT;
CREATE UNIQUE INDEX appearance_slip ON appearance(hearing_id, slip) WHERE slip IS NOT NULL AND void IS NULL;
CREATE UNIQUE INDEX appearance_comment ON appearance(comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX appearance_hearing ON appearance(hearing_id, place);
CREATE TABLE turn(id INTEGER PRIMARY KEY, appearance_id INTEGER NOT NULL REFERENCES appearance(id),
  base_seconds INTEGER NOT NULL, started_at TEXT, ended_at TEXT, end_reason TEXT NOT NULL DEFAULT '',
  base_words TEXT NOT NULL DEFAULT 'base', rule TEXT NOT NULL DEFAULT '', item TEXT NOT NULL DEFAULT '',
  together TEXT NOT NULL DEFAULT '[]', gap_ms INTEGER NOT NULL DEFAULT 0,{_MADE}) STRICT;
CREATE INDEX turn_appearance ON turn(appearance_id);
CREATE TABLE turn_stretch(id INTEGER PRIMARY KEY, turn_id INTEGER NOT NULL REFERENCES turn(id),
  started_at TEXT NOT NULL, elapsed_ms INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT 'speaking' CHECK(kind IN ('speaking','question')),
  open INTEGER NOT NULL DEFAULT 0,{_MADE}) STRICT;
CREATE INDEX stretch_turn ON turn_stretch(turn_id);
CREATE TABLE time_grant(id INTEGER PRIMARY KEY, turn_id INTEGER NOT NULL REFERENCES turn(id),
  seconds INTEGER NOT NULL, kind TEXT NOT NULL, from_appearance INTEGER REFERENCES appearance(id),
  by TEXT NOT NULL DEFAULT '', at TEXT,{_MADE}) STRICT;
CREATE INDEX time_grant_turn ON time_grant(turn_id);
CREATE TABLE ceded_time(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  donor_id INTEGER NOT NULL REFERENCES appearance(id), recipient_id INTEGER NOT NULL REFERENCES appearance(id),
  state TEXT NOT NULL DEFAULT 'standing' CHECK(state IN ('standing','used','reclaimed','void')),
  reason TEXT NOT NULL DEFAULT '',{_MADE}) STRICT;
CREATE INDEX ceded_hearing ON ceded_time(hearing_id);
CREATE TABLE event(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id), at TEXT NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', comment_id INTEGER REFERENCES comment(id),
  session_id INTEGER REFERENCES session(id), appearance_id INTEGER REFERENCES appearance(id),
  turn_id INTEGER REFERENCES turn(id), monotonic_ms INTEGER, by TEXT NOT NULL DEFAULT '',
  facts TEXT NOT NULL DEFAULT '{{}}', access TEXT NOT NULL DEFAULT 'public',{_MADE}) STRICT;
CREATE INDEX event_hearing ON event(hearing_id, id);
CREATE TABLE stretch_beat(stretch_id INTEGER PRIMARY KEY REFERENCES turn_stretch(id), elapsed_ms INTEGER NOT NULL,
  at TEXT NOT NULL) STRICT;
"""

CODING = f"""
CREATE TABLE position(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  question_id INTEGER NOT NULL REFERENCES question(id),
  stance TEXT NOT NULL CHECK(stance IN ('support','oppose','mixed','neutral','not_stated')),
  source TEXT NOT NULL CHECK(source IN ('slip','podium','written','clerk_inferred')),
  condition TEXT NOT NULL DEFAULT '', said_at TEXT NOT NULL,{_MADE}) STRICT;
CREATE INDEX position_comment ON position(comment_id, question_id);
CREATE TABLE comment_stance(question_id INTEGER NOT NULL, comment_id INTEGER NOT NULL, stance TEXT NOT NULL,
  position_id INTEGER NOT NULL, PRIMARY KEY(question_id, comment_id)) STRICT, WITHOUT ROWID;
CREATE INDEX stance_comment ON comment_stance(comment_id, question_id, stance);
CREATE TABLE comment_theme(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  theme_id INTEGER NOT NULL REFERENCES theme(id),{_MADE}) STRICT;
CREATE UNIQUE INDEX comment_theme_pair ON comment_theme(comment_id, theme_id);
CREATE INDEX comment_theme_theme ON comment_theme(theme_id, comment_id) WHERE void IS NULL;
CREATE TABLE passage(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  version INTEGER NOT NULL, start INTEGER, "end" INTEGER, text TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('verbatim','paraphrase')), key_quote INTEGER NOT NULL DEFAULT 1,
  theme_id INTEGER REFERENCES theme(id), lost INTEGER NOT NULL DEFAULT 0,{_MADE}) STRICT;
CREATE INDEX passage_comment ON passage(comment_id) WHERE void IS NULL;
"""

RECORD = f"""
CREATE TABLE edition(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  label TEXT NOT NULL, made_at TEXT NOT NULL, sha256 TEXT NOT NULL, pages INTEGER NOT NULL,
  record_digest TEXT NOT NULL,{_MADE}) STRICT;
CREATE TABLE certification(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  edition_id INTEGER REFERENCES edition(id), by TEXT NOT NULL, title TEXT NOT NULL DEFAULT '',
  statement TEXT NOT NULL, at TEXT NOT NULL,{_MADE}) STRICT;
CREATE TABLE correction(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  what TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, reason TEXT NOT NULL,{_MADE}) STRICT;
CREATE TABLE redaction(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  field TEXT NOT NULL, start INTEGER, "end" INTEGER, basis TEXT NOT NULL, reason TEXT NOT NULL,{_MADE}) STRICT;
CREATE TABLE change(seq INTEGER PRIMARY KEY, clock INTEGER NOT NULL, at TEXT NOT NULL, device TEXT NOT NULL,
  who TEXT NOT NULL, action INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, undoes INTEGER,
  hearing_id INTEGER, tbl TEXT NOT NULL, row BLOB NOT NULL, field TEXT NOT NULL, old TEXT, new TEXT,
  salt BLOB, old_digest TEXT NOT NULL, new_digest TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX change_action ON change(action);
CREATE INDEX change_row ON change(row, seq);
CREATE INDEX change_hearing ON change(hearing_id, seq);
CREATE TABLE desk(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""

CACHES = """
CREATE TABLE facet_count(hearing_id INTEGER NOT NULL, question_id INTEGER NOT NULL, stance TEXT NOT NULL,
  group_id INTEGER NOT NULL, channel TEXT NOT NULL, status TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY(hearing_id, question_id, stance, group_id, channel, status)) STRICT, WITHOUT ROWID;
CREATE TABLE theme_count(theme_id INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;
CREATE VIEW comment_doc AS SELECT c.id AS id, t.body AS body, c.name AS name, c.organization AS organization
  FROM comment c JOIN comment_text t ON t.id=c.id;
CREATE VIRTUAL TABLE comment_fts USING fts5(body, name, organization, content='comment_doc',
  content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');
INSERT INTO comment_fts(comment_fts, rank) VALUES('automerge', 8);
"""

FORGET = "INSERT INTO comment_fts(comment_fts, rank) VALUES('secure-delete', 1)"
"""Lets the search index forget what is taken out of it; SQLite knows this from 3.42 on."""

INDEX_OF_TWO = (
    "DROP TABLE comment_fts",
    "CREATE VIRTUAL TABLE comment_fts USING fts5(body, name, organization, content='comment_doc',\n"
    "  content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='2')",
    "INSERT INTO comment_fts(comment_fts, rank) VALUES('automerge', 8)",
)
"""Version 3: words are found by two letters from a list of their own, by three from the words themselves. A list for
three letters cost as much to keep as all the rest of the index and spared a search some milliseconds."""
BUFFER = "INSERT INTO comment_fts(comment_fts, rank) VALUES('hashsize', {})"
"""Sets the bytes of words that the search index gathers before it writes them down."""
BULK_BUFFER, USUAL_BUFFER = 32 << 20, 1 << 20
"""Many words gathered at once spare the index a quarter of the merging."""
REBUILD = "INSERT INTO comment_fts(comment_fts) VALUES('rebuild')"
"""Makes the search index anew from the comments as they stand."""


def statements() -> list[str]:
    """Return all statements of version 1 in order, without the triggers."""
    script = "".join((OFFICE, HEARING, INTAKE, COMMENT, PODIUM, CODING, RECORD, CACHES))
    return [statement.strip() for statement in script.split(";\n") if statement.strip()]


TOO_LATE = "CREATE INDEX comment_too_late ON comment(hearing_id) WHERE timeliness='late_not_considered'"
"""Version 4: what is on the record without being counted, for it came too late; there are few."""
