-- What difference a small thing made, where its author wanted to be asked. By the win's own key.
CREATE TABLE difference (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  ask_at TEXT CHECK (ask_at GLOB '????-??-??T??:??:??Z'), -- null: not to be asked, or asked
  asked_at TEXT CHECK (asked_at GLOB '????-??-??T??:??:??Z'),
  answer TEXT CHECK (answer IN ('told', 'none_yet', 'unknown')),
  text TEXT, -- what was told
  answered_at TEXT CHECK (answered_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, channel_id, source_id),
  CHECK ((answer IS 'told') = (text IS NOT NULL))
) STRICT;

CREATE INDEX difference_to_ask ON difference (ask_at) WHERE ask_at IS NOT NULL;
CREATE INDEX difference_of_user ON difference (team_id, user_id);

-- With a win goes what is said of it, whichever way it is erased.
CREATE TRIGGER difference_of_erased_win AFTER UPDATE OF deleted ON win
WHEN new.deleted = 1
BEGIN
  DELETE FROM difference
    WHERE team_id = old.team_id AND channel_id = old.channel_id AND source_id = old.source_id;
END;
