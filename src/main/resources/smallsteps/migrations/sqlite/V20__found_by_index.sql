-- What is asked of a table is found by an index, however much it holds.
CREATE INDEX win_of_user_in_channel ON win (team_id, user_id, channel_id, said_at) WHERE deleted = 0;
CREATE INDEX win_of_nudge ON win (team_id, channel_id, nudge_ts) WHERE nudge_ts IS NOT NULL;
CREATE INDEX reaction_of_user ON reaction (team_id, user_id);
CREATE INDEX nudge_plan_of_owner ON nudge_plan (team_id, set_by);
CREATE INDEX microaction_of_proposer ON microaction (team_id, proposed_by);
CREATE INDEX microaction_of_accepter ON microaction (team_id, accepted_by);
CREATE INDEX microaction_promise_of_user ON microaction_promise (team_id, user_id, promised_at);
CREATE INDEX name_by_asking ON name (asked_at);
CREATE INDEX name_unknown ON name (asked_at) WHERE name IS NULL;

-- In the order in which it is shown.
DROP INDEX difference_of_user;
CREATE INDEX difference_of_user ON difference (team_id, user_id, channel_id, source_id);
DROP INDEX principle_share_of_user;
CREATE INDEX principle_share_of_user ON principle_share (team_id, user_id, ts);
DROP INDEX microaction_of_channel;
CREATE INDEX microaction_of_channel ON microaction (team_id, channel_id, accepted_at, microaction_id)
  WHERE accepted_at IS NOT NULL;

-- A nudge looks for the replies under it among what was said since then, a day left for clocks that
-- differ.
DROP TRIGGER wins_under_settled_nudge;
CREATE TRIGGER wins_under_settled_nudge AFTER UPDATE OF ts ON nudge_slot
WHEN new.ts IS NOT NULL AND old.ts IS NULL
BEGIN
  UPDATE win SET nudge_ts = new.ts, principle = coalesce(principle, new.principle)
    WHERE team_id = new.team_id AND channel_id = new.channel_id AND deleted = 0
      AND said_at >= strftime('%Y-%m-%dT%H:%M:%SZ', CAST(new.ts AS INTEGER), 'unixepoch', '-1 day')
      AND thread_ts = new.ts AND nudge_ts IS NULL;
END;

-- The search knows who may find a small thing: its channel, unless it is hidden, and its author. So
-- a common word is looked for where it may be found, and nowhere else; and what one, two or three
-- letters begin stands together.
ALTER TABLE win ADD COLUMN place TEXT GENERATED ALWAYS AS (
  team_id || iif(hidden, '', channel_id) || ' ' || team_id || user_id
) VIRTUAL;
DROP TRIGGER win_words_changed;
DROP TRIGGER win_words_gone;
DROP TABLE win_words;
DROP VIEW win_text;
CREATE VIEW win_text AS SELECT id, text, place FROM win WHERE deleted = 0;
CREATE VIRTUAL TABLE win_words USING fts5(
  text, place, content = 'win_text', content_rowid = 'id', prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO win_words (win_words, rank) VALUES ('secure-delete', 1);
INSERT INTO win_words (win_words) VALUES ('rebuild');
CREATE TRIGGER win_words_changed AFTER UPDATE OF text, hidden, channel_id, user_id ON win
BEGIN
  INSERT INTO win_words (win_words, rowid, text, place)
    SELECT 'delete', old.id, old.text, old.place WHERE old.text IS NOT NULL;
  INSERT INTO win_words (rowid, text, place)
    SELECT new.id, new.text, new.place WHERE new.text IS NOT NULL;
END;
CREATE TRIGGER win_words_gone BEFORE DELETE ON win WHEN old.text IS NOT NULL
BEGIN
  INSERT INTO win_words (win_words, rowid, text, place) VALUES ('delete', old.id, old.text, old.place);
END;
