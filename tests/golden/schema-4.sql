-- user_version 4
-- comment_fts automerge=8 hashsize=1048576 secure-delete=1
CREATE UNIQUE INDEX appearance_comment ON appearance(comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX appearance_hearing ON appearance(hearing_id, place);
CREATE UNIQUE INDEX appearance_slip ON appearance(hearing_id, slip) WHERE slip IS NOT NULL AND void IS NULL;
CREATE INDEX attachment_comment ON attachment(comment_id);
CREATE UNIQUE INDEX campaign_name ON campaign(hearing_id, name) WHERE void IS NULL;
CREATE INDEX ceded_hearing ON ceded_time(hearing_id);
CREATE INDEX change_action ON change(action);
CREATE INDEX change_hearing ON change(hearing_id, seq);
CREATE INDEX change_row ON change(row, seq);
CREATE INDEX comment_batch ON comment(batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX comment_campaign ON comment(campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX comment_day ON comment(hearing_id, received_day);
CREATE INDEX comment_external ON comment(hearing_id, external_id) WHERE external_id<>'';
CREATE INDEX comment_flagged ON comment(hearing_id) WHERE flagged=1;
CREATE INDEX comment_group ON comment(hearing_id, group_id, id);
CREATE INDEX comment_known ON comment(name COLLATE NOCASE, id);
CREATE INDEX comment_listed ON comment(hearing_id, number) WHERE void IS NULL;
CREATE INDEX comment_name ON comment(hearing_id, name, id) WHERE void IS NULL;
CREATE UNIQUE INDEX comment_number ON comment(hearing_id, number);
CREATE INDEX comment_organization ON comment(organization COLLATE NOCASE, id);
CREATE INDEX comment_received ON comment(hearing_id, received_at, id) WHERE void IS NULL;
CREATE UNIQUE INDEX comment_theme_pair ON comment_theme(comment_id, theme_id);
CREATE INDEX comment_theme_theme ON comment_theme(theme_id, comment_id) WHERE void IS NULL;
CREATE INDEX comment_too_late ON comment(hearing_id) WHERE timeliness='late_not_considered';
CREATE INDEX dossier_hearing ON dossier_entry(hearing_id, place);
CREATE INDEX event_hearing ON event(hearing_id, id);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX memo_comment ON memo(comment_id);
CREATE INDEX passage_comment ON passage(comment_id) WHERE void IS NULL;
CREATE INDEX position_comment ON position(comment_id, question_id);
CREATE UNIQUE INDEX question_number ON question(hearing_id, number) WHERE void IS NULL;
CREATE INDEX refused_batch ON refused_row(batch_id);
CREATE INDEX stance_comment ON comment_stance(comment_id, question_id, stance);
CREATE INDEX stretch_turn ON turn_stretch(turn_id);
CREATE UNIQUE INDEX text_version_of ON text_version(comment_id, version);
CREATE INDEX theme_hearing ON theme(hearing_id, place);
CREATE INDEX time_grant_turn ON time_grant(turn_id);
CREATE INDEX turn_appearance ON turn(appearance_id);
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE TABLE appearance(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  comment_id INTEGER REFERENCES comment(id), slip INTEGER, name TEXT NOT NULL DEFAULT '',
  organization TEXT NOT NULL DEFAULT '', person_id INTEGER REFERENCES person(id),
  group_id INTEGER REFERENCES stakeholder_group(id), capacity TEXT NOT NULL DEFAULT '',
  district TEXT NOT NULL DEFAULT '', stances TEXT NOT NULL DEFAULT '{}', wish TEXT NOT NULL DEFAULT 'speak',
  mode TEXT NOT NULL DEFAULT 'in_person', interpreter TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'registered', place INTEGER NOT NULL DEFAULT 0,
  names TEXT NOT NULL DEFAULT '[]', read_by TEXT NOT NULL DEFAULT '', simultaneous INTEGER NOT NULL DEFAULT 0,
  speaker_class TEXT NOT NULL DEFAULT 'individual', residency TEXT NOT NULL DEFAULT 'not_stated',
  panel TEXT NOT NULL DEFAULT '', item TEXT NOT NULL DEFAULT '', early_leave TEXT NOT NULL DEFAULT '',
  accommodation TEXT NOT NULL DEFAULT '', members TEXT NOT NULL DEFAULT '[]', person_key TEXT NOT NULL DEFAULT '',
  held INTEGER NOT NULL DEFAULT 0, sworn TEXT NOT NULL DEFAULT '', access TEXT NOT NULL DEFAULT 'public',
  registered_at TEXT, checked_in_at TEXT, called_at TEXT, reason TEXT NOT NULL DEFAULT '',
  duplicate_of INTEGER REFERENCES appearance(id),
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE attachment(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  file_id INTEGER REFERENCES source_file(id), name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE body(id INTEGER PRIMARY KEY, name TEXT NOT NULL, jurisdiction TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'council',
  presiding_officer TEXT NOT NULL DEFAULT '', clerk_name TEXT NOT NULL DEFAULT '',
  clerk_title TEXT NOT NULL DEFAULT '', rules TEXT NOT NULL DEFAULT '{}',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE campaign(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  name TEXT NOT NULL, master_text TEXT NOT NULL DEFAULT '', method TEXT NOT NULL DEFAULT 'clerk',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE ceded_time(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  donor_id INTEGER NOT NULL REFERENCES appearance(id), recipient_id INTEGER NOT NULL REFERENCES appearance(id),
  state TEXT NOT NULL DEFAULT 'standing' CHECK(state IN ('standing','used','reclaimed','void')),
  reason TEXT NOT NULL DEFAULT '',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE certification(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  edition_id INTEGER REFERENCES edition(id), by TEXT NOT NULL, title TEXT NOT NULL DEFAULT '',
  statement TEXT NOT NULL, at TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE change(seq INTEGER PRIMARY KEY, clock INTEGER NOT NULL, at TEXT NOT NULL, device TEXT NOT NULL,
  who TEXT NOT NULL, action INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, undoes INTEGER,
  hearing_id INTEGER, tbl TEXT NOT NULL, row BLOB NOT NULL, field TEXT NOT NULL, old TEXT, new TEXT,
  salt BLOB, old_digest TEXT NOT NULL, new_digest TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
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
  received TEXT NOT NULL DEFAULT '{}', digest TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE VIRTUAL TABLE comment_fts USING fts5(body, name, organization, content='comment_doc',
  content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='2');
CREATE TABLE comment_stance(question_id INTEGER NOT NULL, comment_id INTEGER NOT NULL, stance TEXT NOT NULL,
  position_id INTEGER NOT NULL, PRIMARY KEY(question_id, comment_id)) STRICT, WITHOUT ROWID;
CREATE TABLE comment_text(id INTEGER PRIMARY KEY REFERENCES comment(id), version INTEGER NOT NULL DEFAULT 1,
  body TEXT NOT NULL) STRICT;
CREATE TABLE comment_theme(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  theme_id INTEGER NOT NULL REFERENCES theme(id),
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE correction(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  what TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, reason TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE desk(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE dossier_entry(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  kind TEXT NOT NULL CHECK(kind IN ('background','why','timeline','player','quote','next','takeaway')),
  place INTEGER NOT NULL, heading TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '', attribution TEXT NOT NULL DEFAULT '',
  outlet TEXT NOT NULL DEFAULT '', published TEXT NOT NULL DEFAULT '',
  paraphrase INTEGER NOT NULL DEFAULT 0,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE edition(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  label TEXT NOT NULL, made_at TEXT NOT NULL, sha256 TEXT NOT NULL, pages INTEGER NOT NULL,
  record_digest TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE event(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id), at TEXT NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', comment_id INTEGER REFERENCES comment(id),
  session_id INTEGER REFERENCES session(id), appearance_id INTEGER REFERENCES appearance(id),
  turn_id INTEGER REFERENCES turn(id), monotonic_ms INTEGER, by TEXT NOT NULL DEFAULT '',
  facts TEXT NOT NULL DEFAULT '{}', access TEXT NOT NULL DEFAULT 'public',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE exhibit(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  comment_id INTEGER REFERENCES comment(id), mark TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'offered', file_id INTEGER REFERENCES source_file(id),
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE facet_count(hearing_id INTEGER NOT NULL, question_id INTEGER NOT NULL, stance TEXT NOT NULL,
  group_id INTEGER NOT NULL, channel TEXT NOT NULL, status TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY(hearing_id, question_id, stance, group_id, channel, status)) STRICT, WITHOUT ROWID;
CREATE TABLE hearing(id INTEGER PRIMARY KEY, title TEXT NOT NULL, body_id INTEGER NOT NULL REFERENCES body(id),
  file_number TEXT NOT NULL DEFAULT '', date TEXT NOT NULL, starts TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'draft' CHECK(status IN ('draft','scheduled','open','recessed','closed',
    'record_closed','certified','postponed','cancelled','continued')),
  mode TEXT NOT NULL DEFAULT 'in_person', authority TEXT NOT NULL DEFAULT '', notice TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', attendance TEXT NOT NULL DEFAULT '', rules TEXT NOT NULL DEFAULT '{}',
  report_options TEXT NOT NULL DEFAULT '{}', example INTEGER NOT NULL DEFAULT 0,
  next_number INTEGER NOT NULL DEFAULT 1, changed_at TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE import_batch(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  name TEXT NOT NULL, mapping TEXT NOT NULL, read INTEGER NOT NULL, added INTEGER NOT NULL,
  already_here INTEGER NOT NULL, refused INTEGER NOT NULL, digest TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE import_file(batch_id INTEGER NOT NULL REFERENCES import_batch(id),
  file_id INTEGER NOT NULL REFERENCES source_file(id), PRIMARY KEY(batch_id, file_id)) STRICT, WITHOUT ROWID;
CREATE TABLE import_mapping(fingerprint TEXT PRIMARY KEY, mapping TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT;
CREATE TABLE matter(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  file_number TEXT NOT NULL DEFAULT '', title TEXT NOT NULL, sponsor TEXT NOT NULL DEFAULT '',
  action_asked TEXT NOT NULL DEFAULT '',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE memo(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  text TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE organization(id INTEGER PRIMARY KEY, name TEXT NOT NULL,
  group_id INTEGER REFERENCES stakeholder_group(id),
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE passage(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  version INTEGER NOT NULL, start INTEGER, "end" INTEGER, text TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('verbatim','paraphrase')), key_quote INTEGER NOT NULL DEFAULT 1,
  theme_id INTEGER REFERENCES theme(id), lost INTEGER NOT NULL DEFAULT 0,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT NOT NULL, sort_name TEXT NOT NULL DEFAULT '',
  say_as TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '',
  address_confidential TEXT NOT NULL DEFAULT 'no',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE petition(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  sponsor TEXT NOT NULL DEFAULT '', signatures_claimed INTEGER, signatures_counted INTEGER,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT, duplicates_found INTEGER, unreadable INTEGER, outside_jurisdiction INTEGER, counted_by TEXT) STRICT;
CREATE TABLE position(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  question_id INTEGER NOT NULL REFERENCES question(id),
  stance TEXT NOT NULL CHECK(stance IN ('support','oppose','mixed','neutral','not_stated')),
  source TEXT NOT NULL CHECK(source IN ('slip','podium','written','clerk_inferred')),
  condition TEXT NOT NULL DEFAULT '', said_at TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE question(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  number INTEGER NOT NULL, text TEXT NOT NULL, support_means TEXT NOT NULL DEFAULT '',
  oppose_means TEXT NOT NULL DEFAULT '',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE redaction(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  field TEXT NOT NULL, start INTEGER, "end" INTEGER, basis TEXT NOT NULL, reason TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE refused_row(id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL REFERENCES import_batch(id),
  file_id INTEGER REFERENCES source_file(id), row TEXT NOT NULL, reason TEXT NOT NULL,
  raw TEXT NOT NULL) STRICT;
CREATE TABLE saved_view(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  name TEXT NOT NULL, filter TEXT NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE session(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  day TEXT NOT NULL, called_to_order TEXT, adjourned TEXT, roll TEXT NOT NULL DEFAULT '[]',
  phase TEXT NOT NULL DEFAULT 'not_opened' CHECK(phase IN ('not_opened','open','time_certain','recess',
    'testimony_closed','adjourned')),
  phase_before TEXT NOT NULL DEFAULT 'not_opened', until TEXT NOT NULL DEFAULT '',
  item TEXT NOT NULL DEFAULT '',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE source_file(id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  size INTEGER NOT NULL, kind TEXT NOT NULL DEFAULT '', not_read TEXT NOT NULL DEFAULT '[]',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE stakeholder_group(id INTEGER PRIMARY KEY, name TEXT NOT NULL, hint TEXT NOT NULL DEFAULT '',
  place INTEGER NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE stretch_beat(stretch_id INTEGER PRIMARY KEY REFERENCES turn_stretch(id), elapsed_ms INTEGER NOT NULL,
  at TEXT NOT NULL) STRICT;
CREATE TABLE text_version(id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL REFERENCES comment(id),
  version INTEGER NOT NULL CHECK(version>0), body TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE theme(id INTEGER PRIMARY KEY, hearing_id INTEGER NOT NULL REFERENCES hearing(id),
  parent_id INTEGER REFERENCES theme(id), name TEXT NOT NULL, definition TEXT NOT NULL DEFAULT '',
  place INTEGER NOT NULL,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE theme_count(theme_id INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;
CREATE TABLE time_grant(id INTEGER PRIMARY KEY, turn_id INTEGER NOT NULL REFERENCES turn(id),
  seconds INTEGER NOT NULL, kind TEXT NOT NULL, from_appearance INTEGER REFERENCES appearance(id),
  by TEXT NOT NULL DEFAULT '', at TEXT,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE turn(id INTEGER PRIMARY KEY, appearance_id INTEGER NOT NULL REFERENCES appearance(id),
  base_seconds INTEGER NOT NULL, started_at TEXT, ended_at TEXT, end_reason TEXT NOT NULL DEFAULT '',
  base_words TEXT NOT NULL DEFAULT 'base', rule TEXT NOT NULL DEFAULT '', item TEXT NOT NULL DEFAULT '',
  together TEXT NOT NULL DEFAULT '[]', gap_ms INTEGER NOT NULL DEFAULT 0,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TABLE turn_stretch(id INTEGER PRIMARY KEY, turn_id INTEGER NOT NULL REFERENCES turn(id),
  started_at TEXT NOT NULL, elapsed_ms INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT 'speaking' CHECK(kind IN ('speaking','question')),
  open INTEGER NOT NULL DEFAULT 0,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid)=16),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  void TEXT) STRICT;
CREATE TRIGGER appearance_kept BEFORE DELETE ON appearance BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: appearance'); END;
CREATE TRIGGER attachment_kept BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: attachment'); END;
CREATE TRIGGER batch_void AFTER UPDATE OF void ON import_batch WHEN old.void IS NOT new.void BEGIN
  UPDATE comment SET void=new.void WHERE batch_id=new.id AND void IS old.void; END;
CREATE TRIGGER body_kept BEFORE DELETE ON body BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: body'); END;
CREATE TRIGGER campaign_kept BEFORE DELETE ON campaign BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: campaign'); END;
CREATE TRIGGER ceded_time_kept BEFORE DELETE ON ceded_time BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: ceded_time'); END;
CREATE TRIGGER certification_kept BEFORE DELETE ON certification BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: certification'); END;
CREATE TRIGGER change_fixed BEFORE UPDATE OF seq, clock, at, device, who, action, kind, subject, undoes, hearing_id, tbl, row, field, old_digest, new_digest, previous, hash ON change BEGIN SELECT RAISE(ABORT, 'what was received cannot be changed: change'); END;
CREATE TRIGGER change_kept BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: change'); END;
CREATE TRIGGER change_once BEFORE INSERT ON change WHEN EXISTS(SELECT 1 FROM change WHERE seq=new.seq) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: change'); END;
CREATE TRIGGER change_values BEFORE UPDATE OF old, new, salt ON change
  WHEN (new.old IS NOT NULL AND new.old IS NOT old.old) OR (new.new IS NOT NULL AND new.new IS NOT old.new)
  OR (new.salt IS NOT NULL AND new.salt IS NOT old.salt) OR (old.field='' AND new.new IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a logged value can be erased, never altered'); END;
CREATE TRIGGER comment_au_who AFTER UPDATE OF name, organization ON comment
  WHEN old.name IS NOT new.name OR old.organization IS NOT new.organization BEGIN
  INSERT INTO comment_fts(comment_fts, rowid, body, name, organization)
    SELECT 'delete', old.id, body, old.name, old.organization FROM comment_text WHERE id=old.id;
  INSERT INTO comment_fts(rowid, body, name, organization)
    SELECT new.id, body, new.name, new.organization FROM comment_text WHERE id=new.id; END;
CREATE TRIGGER comment_count_ai AFTER INSERT ON comment BEGIN INSERT INTO facet_count SELECT new.hearing_id, 0, '', ifnull(new.group_id,0), new.channel, new.status, 1 WHERE new.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; END;
CREATE TRIGGER comment_count_au AFTER UPDATE OF group_id, channel, status, void ON comment WHEN old.group_id IS NOT new.group_id OR old.channel IS NOT new.channel OR old.status IS NOT new.status OR old.void IS NOT new.void BEGIN INSERT INTO facet_count SELECT old.hearing_id, 0, '', ifnull(old.group_id,0), old.channel, old.status, -1 WHERE old.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; INSERT INTO facet_count SELECT new.hearing_id, 0, '', ifnull(new.group_id,0), new.channel, new.status, 1 WHERE new.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; INSERT INTO facet_count SELECT old.hearing_id, s.question_id, s.stance, ifnull(old.group_id,0), old.channel, old.status, -1 FROM comment_stance s WHERE s.comment_id=old.id AND old.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; INSERT INTO facet_count SELECT new.hearing_id, s.question_id, s.stance, ifnull(new.group_id,0), new.channel, new.status, 1 FROM comment_stance s WHERE s.comment_id=new.id AND new.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; END;
CREATE TRIGGER comment_fixed BEFORE UPDATE OF id, uid, hearing_id, number, received, digest, batch_id, file_id, source_row, created_at, created_by ON comment BEGIN SELECT RAISE(ABORT, 'what was received cannot be changed: comment'); END;
CREATE TRIGGER comment_kept BEFORE DELETE ON comment BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: comment'); END;
CREATE TRIGGER comment_once BEFORE INSERT ON comment WHEN EXISTS(SELECT 1 FROM comment WHERE id=new.id) OR EXISTS(SELECT 1 FROM comment WHERE uid=new.uid) OR EXISTS(SELECT 1 FROM comment WHERE hearing_id=new.hearing_id AND number=new.number) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: comment'); END;
CREATE TRIGGER comment_text_ai AFTER INSERT ON comment_text BEGIN
  INSERT INTO comment_fts(rowid, body, name, organization)
    SELECT new.id, new.body, name, organization FROM comment WHERE id=new.id; END;
CREATE TRIGGER comment_text_au AFTER UPDATE OF body ON comment_text
  WHEN old.body IS NOT new.body BEGIN
  INSERT INTO comment_fts(comment_fts, rowid, body, name, organization)
    SELECT 'delete', old.id, old.body, name, organization FROM comment WHERE id=old.id;
  INSERT INTO comment_fts(rowid, body, name, organization)
    SELECT new.id, new.body, name, organization FROM comment WHERE id=new.id; END;
CREATE TRIGGER comment_text_bd BEFORE DELETE ON comment_text BEGIN
  INSERT INTO comment_fts(comment_fts, rowid, body, name, organization)
    SELECT 'delete', old.id, old.body, name, organization FROM comment WHERE id=old.id; END;
CREATE TRIGGER comment_text_fixed BEFORE UPDATE ON comment_text
  WHEN NOT EXISTS(SELECT 1 FROM text_version WHERE comment_id=old.id AND version=old.version AND body=old.body)
  OR NOT EXISTS(SELECT 1 FROM text_version WHERE comment_id=new.id AND version=new.version AND body=new.body)
  BEGIN SELECT RAISE(ABORT, 'a text changes only by a new version'); END;
CREATE TRIGGER comment_text_kept BEFORE DELETE ON comment_text BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: comment_text'); END;
CREATE TRIGGER comment_text_once BEFORE INSERT ON comment_text WHEN EXISTS(SELECT 1 FROM comment_text WHERE id=new.id) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: comment_text'); END;
CREATE TRIGGER comment_theme_back AFTER UPDATE OF void ON comment WHEN old.void IS NOT NULL AND new.void IS NULL BEGIN INSERT INTO theme_count SELECT t.theme_id, 1 FROM comment_theme t WHERE t.comment_id=new.id AND t.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; END;
CREATE TRIGGER comment_theme_kept BEFORE DELETE ON comment_theme BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: comment_theme'); END;
CREATE TRIGGER comment_theme_void AFTER UPDATE OF void ON comment WHEN old.void IS NULL AND new.void IS NOT NULL BEGIN INSERT INTO theme_count SELECT t.theme_id, -1 FROM comment_theme t WHERE t.comment_id=new.id AND t.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; END;
CREATE TRIGGER correction_kept BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: correction'); END;
CREATE TRIGGER dossier_entry_kept BEFORE DELETE ON dossier_entry BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: dossier_entry'); END;
CREATE TRIGGER edition_kept BEFORE DELETE ON edition BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: edition'); END;
CREATE TRIGGER event_fixed BEFORE UPDATE OF id, uid, hearing_id, at, kind, text, comment_id, session_id, appearance_id, turn_id, monotonic_ms, by, facts, access, created_at, created_by ON event BEGIN SELECT RAISE(ABORT, 'what was received cannot be changed: event'); END;
CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: event'); END;
CREATE TRIGGER event_once BEFORE INSERT ON event WHEN EXISTS(SELECT 1 FROM event WHERE id=new.id) OR EXISTS(SELECT 1 FROM event WHERE uid=new.uid) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: event'); END;
CREATE TRIGGER exhibit_kept BEFORE DELETE ON exhibit BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: exhibit'); END;
CREATE TRIGGER hearing_kept BEFORE DELETE ON hearing BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: hearing'); END;
CREATE TRIGGER import_batch_fixed BEFORE UPDATE OF id, uid, hearing_id, name, mapping, read, added, already_here, refused, digest, created_at, created_by ON import_batch BEGIN SELECT RAISE(ABORT, 'what was received cannot be changed: import_batch'); END;
CREATE TRIGGER import_batch_kept BEFORE DELETE ON import_batch BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: import_batch'); END;
CREATE TRIGGER import_batch_once BEFORE INSERT ON import_batch WHEN EXISTS(SELECT 1 FROM import_batch WHERE id=new.id) OR EXISTS(SELECT 1 FROM import_batch WHERE uid=new.uid) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: import_batch'); END;
CREATE TRIGGER import_file_kept BEFORE DELETE ON import_file BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: import_file'); END;
CREATE TRIGGER matter_kept BEFORE DELETE ON matter BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: matter'); END;
CREATE TRIGGER memo_kept BEFORE DELETE ON memo BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: memo'); END;
CREATE TRIGGER organization_kept BEFORE DELETE ON organization BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: organization'); END;
CREATE TRIGGER passage_kept BEFORE DELETE ON passage BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: passage'); END;
CREATE TRIGGER person_kept BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: person'); END;
CREATE TRIGGER petition_kept BEFORE DELETE ON petition BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: petition'); END;
CREATE TRIGGER position_ai AFTER INSERT ON position BEGIN 
  DELETE FROM comment_stance WHERE comment_id=new.comment_id AND question_id=new.question_id AND NOT EXISTS(
    SELECT 1 FROM position WHERE comment_id=new.comment_id AND question_id=new.question_id AND void IS NULL);
  INSERT INTO comment_stance(question_id, comment_id, stance, position_id)
    SELECT new.question_id, new.comment_id, stance, id FROM position
    WHERE comment_id=new.comment_id AND question_id=new.question_id AND void IS NULL
    ORDER BY source='clerk_inferred', id DESC LIMIT 1
    ON CONFLICT DO UPDATE SET stance=excluded.stance, position_id=excluded.position_id; END;
CREATE TRIGGER position_au AFTER UPDATE OF void ON position BEGIN 
  DELETE FROM comment_stance WHERE comment_id=new.comment_id AND question_id=new.question_id AND NOT EXISTS(
    SELECT 1 FROM position WHERE comment_id=new.comment_id AND question_id=new.question_id AND void IS NULL);
  INSERT INTO comment_stance(question_id, comment_id, stance, position_id)
    SELECT new.question_id, new.comment_id, stance, id FROM position
    WHERE comment_id=new.comment_id AND question_id=new.question_id AND void IS NULL
    ORDER BY source='clerk_inferred', id DESC LIMIT 1
    ON CONFLICT DO UPDATE SET stance=excluded.stance, position_id=excluded.position_id; END;
CREATE TRIGGER position_fixed BEFORE UPDATE OF id, uid, comment_id, question_id, stance, source, condition, said_at, created_at, created_by ON position BEGIN SELECT RAISE(ABORT, 'what was received cannot be changed: position'); END;
CREATE TRIGGER position_kept BEFORE DELETE ON position BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: position'); END;
CREATE TRIGGER position_once BEFORE INSERT ON position WHEN EXISTS(SELECT 1 FROM position WHERE id=new.id) OR EXISTS(SELECT 1 FROM position WHERE uid=new.uid) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: position'); END;
CREATE TRIGGER question_kept BEFORE DELETE ON question BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: question'); END;
CREATE TRIGGER redaction_kept BEFORE DELETE ON redaction BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: redaction'); END;
CREATE TRIGGER refused_row_fixed BEFORE UPDATE OF id, batch_id, file_id, row, reason, raw ON refused_row BEGIN SELECT RAISE(ABORT, 'what was received cannot be changed: refused_row'); END;
CREATE TRIGGER refused_row_kept BEFORE DELETE ON refused_row BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: refused_row'); END;
CREATE TRIGGER refused_row_once BEFORE INSERT ON refused_row WHEN EXISTS(SELECT 1 FROM refused_row WHERE id=new.id) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: refused_row'); END;
CREATE TRIGGER saved_view_kept BEFORE DELETE ON saved_view BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: saved_view'); END;
CREATE TRIGGER session_kept BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: session'); END;
CREATE TRIGGER source_file_fixed BEFORE UPDATE OF id, uid, sha256, size, name, kind, not_read, created_at, created_by ON source_file BEGIN SELECT RAISE(ABORT, 'what was received cannot be changed: source_file'); END;
CREATE TRIGGER source_file_kept BEFORE DELETE ON source_file BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: source_file'); END;
CREATE TRIGGER source_file_once BEFORE INSERT ON source_file WHEN EXISTS(SELECT 1 FROM source_file WHERE id=new.id) OR EXISTS(SELECT 1 FROM source_file WHERE uid=new.uid) OR EXISTS(SELECT 1 FROM source_file WHERE sha256=new.sha256) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: source_file'); END;
CREATE TRIGGER stakeholder_group_kept BEFORE DELETE ON stakeholder_group BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: stakeholder_group'); END;
CREATE TRIGGER stance_ad AFTER DELETE ON comment_stance BEGIN INSERT INTO facet_count SELECT c.hearing_id, old.question_id, old.stance, ifnull(c.group_id,0), c.channel, c.status, -1 FROM comment c WHERE c.id=old.comment_id AND c.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; END;
CREATE TRIGGER stance_ai AFTER INSERT ON comment_stance BEGIN INSERT INTO facet_count SELECT c.hearing_id, new.question_id, new.stance, ifnull(c.group_id,0), c.channel, c.status, 1 FROM comment c WHERE c.id=new.comment_id AND c.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; END;
CREATE TRIGGER stance_au AFTER UPDATE OF stance ON comment_stance BEGIN INSERT INTO facet_count SELECT c.hearing_id, old.question_id, old.stance, ifnull(c.group_id,0), c.channel, c.status, -1 FROM comment c WHERE c.id=old.comment_id AND c.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; INSERT INTO facet_count SELECT c.hearing_id, new.question_id, new.stance, ifnull(c.group_id,0), c.channel, c.status, 1 FROM comment c WHERE c.id=new.comment_id AND c.void IS NULL ON CONFLICT DO UPDATE SET n=n+excluded.n; END;
CREATE TRIGGER text_version_fixed BEFORE UPDATE OF id, uid, comment_id, version, body, reason, created_at, created_by ON text_version BEGIN SELECT RAISE(ABORT, 'what was received cannot be changed: text_version'); END;
CREATE TRIGGER text_version_kept BEFORE DELETE ON text_version BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: text_version'); END;
CREATE TRIGGER text_version_once BEFORE INSERT ON text_version WHEN EXISTS(SELECT 1 FROM text_version WHERE id=new.id) OR EXISTS(SELECT 1 FROM text_version WHERE uid=new.uid) OR EXISTS(SELECT 1 FROM text_version WHERE comment_id=new.comment_id AND version=new.version) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: text_version'); END;
CREATE TRIGGER theme_ai AFTER INSERT ON comment_theme BEGIN INSERT INTO theme_count SELECT new.theme_id, 1 WHERE new.void IS NULL AND EXISTS(SELECT 1 FROM comment c WHERE c.id=new.comment_id AND c.void IS NULL) ON CONFLICT DO UPDATE SET n=n+excluded.n; END;
CREATE TRIGGER theme_au AFTER UPDATE OF void ON comment_theme BEGIN INSERT INTO theme_count SELECT old.theme_id, -1 WHERE old.void IS NULL AND EXISTS(SELECT 1 FROM comment c WHERE c.id=old.comment_id AND c.void IS NULL) ON CONFLICT DO UPDATE SET n=n+excluded.n; INSERT INTO theme_count SELECT new.theme_id, 1 WHERE new.void IS NULL AND EXISTS(SELECT 1 FROM comment c WHERE c.id=new.comment_id AND c.void IS NULL) ON CONFLICT DO UPDATE SET n=n+excluded.n; END;
CREATE TRIGGER theme_kept BEFORE DELETE ON theme BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: theme'); END;
CREATE TRIGGER time_grant_fixed BEFORE UPDATE OF id, uid, turn_id, seconds, kind, from_appearance, by, at, created_at, created_by ON time_grant BEGIN SELECT RAISE(ABORT, 'what was received cannot be changed: time_grant'); END;
CREATE TRIGGER time_grant_kept BEFORE DELETE ON time_grant BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: time_grant'); END;
CREATE TRIGGER time_grant_once BEFORE INSERT ON time_grant WHEN EXISTS(SELECT 1 FROM time_grant WHERE id=new.id) OR EXISTS(SELECT 1 FROM time_grant WHERE uid=new.uid) BEGIN SELECT RAISE(ABORT, 'what stands on the record is not replaced: time_grant'); END;
CREATE TRIGGER turn_kept BEFORE DELETE ON turn BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: turn'); END;
CREATE TRIGGER turn_stretch_kept BEFORE DELETE ON turn_stretch BEGIN SELECT RAISE(ABORT, 'nothing is deleted from the record: turn_stretch'); END;
CREATE VIEW comment_doc AS SELECT c.id AS id, t.body AS body, c.name AS name, c.organization AS organization
  FROM comment c JOIN comment_text t ON t.id=c.id;
