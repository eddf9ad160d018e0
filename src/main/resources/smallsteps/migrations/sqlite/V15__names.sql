-- The names of people and channels that small things mention, so that nobody reads an id. What Slack
-- hides from some is not asked for: the name of a private channel.
CREATE TABLE name (
  team_id TEXT NOT NULL,
  id TEXT NOT NULL, -- Slack's, of a person or a channel
  name TEXT, -- null: not known
  asked_at TEXT CHECK (asked_at GLOB '????-??-??T??:??:??Z'), -- null: Slack has not been asked
  PRIMARY KEY (team_id, id)
) STRICT, WITHOUT ROWID;

-- What is kept of a small thing leaves the search with it also where the row itself goes.
CREATE TRIGGER win_words_gone BEFORE DELETE ON win WHEN old.text IS NOT NULL
BEGIN
  INSERT INTO win_words (win_words, rowid, text) VALUES ('delete', old.id, old.text);
END;
