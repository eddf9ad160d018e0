-- What people said that they did. Slack's ids are the key: a message's ts, a modal's view id.
-- Erased, a row stays with its key alone, so that a message told once more brings no text back.
CREATE TABLE win (
  id INTEGER PRIMARY KEY, -- for the search index, which knows a row by a number that stays
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  ts TEXT, -- null until the bot has posted it
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  edited_ts TEXT, -- of an erased one: it may come back by a later edit than this
  thread_ts TEXT,
  user_id TEXT,
  text TEXT,
  kind TEXT CHECK (kind IN ('did', 'learned')),
  principle INTEGER CHECK (principle BETWEEN 1 AND 7),
  nudge_ts TEXT,
  said_at TEXT CHECK (said_at GLOB '????-??-??T??:??:??Z'),
  origin TEXT CHECK (origin IN ('phrase', 'shortcut', 'posted')),
  post_state TEXT CHECK (post_state IN ('waiting', 'posted', 'refused', 'unsure')),
  post_reason TEXT,
  tried_at TEXT CHECK (tried_at GLOB '????-??-??T??:??:??Z'),
  may_stand_since TEXT CHECK (may_stand_since GLOB '????-??-??T??:??:??Z'),
  UNIQUE (team_id, channel_id, source_id),
  UNIQUE (team_id, channel_id, ts),
  CHECK (
    CASE deleted
      WHEN 0 THEN user_id IS NOT NULL AND text IS NOT NULL AND kind IS NOT NULL
        AND said_at IS NOT NULL AND origin IS NOT NULL
      ELSE coalesce(thread_ts, user_id, text, kind, principle, nudge_ts, said_at, origin,
        post_state, post_reason, tried_at, may_stand_since) IS NULL
    END)
) STRICT;

CREATE INDEX win_of_channel ON win (team_id, channel_id, said_at) WHERE deleted = 0;
CREATE INDEX win_of_user ON win (team_id, user_id, said_at) WHERE deleted = 0;
CREATE INDEX win_waiting ON win (tried_at) WHERE post_state = 'waiting';

-- The search forgives dots and rings. An erased word leaves the index's pages as well.
CREATE VIEW win_text AS SELECT id, text FROM win WHERE deleted = 0;
CREATE VIRTUAL TABLE win_words USING fts5(
  text, content = 'win_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO win_words (win_words, rank) VALUES ('secure-delete', 1);

-- A new win is indexed by a statement of its own: FTS5 writes all it holds to the file whenever a
-- trigger calls it, which made keeping a win five times as slow. Edits and erasures are rare.
CREATE TRIGGER win_words_changed AFTER UPDATE OF text ON win
BEGIN
  INSERT INTO win_words (win_words, rowid, text)
    SELECT 'delete', old.id, old.text WHERE old.text IS NOT NULL;
  INSERT INTO win_words (rowid, text) SELECT new.id, new.text WHERE new.text IS NOT NULL;
END;
