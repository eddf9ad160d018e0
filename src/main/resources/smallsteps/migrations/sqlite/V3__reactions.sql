-- Who reacted to what. A reaction taken away stays a while as removed, so that events that arrive
-- late, twice or in the wrong order still come out right.
CREATE TABLE reaction (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  ts TEXT NOT NULL,
  user_id TEXT NOT NULL,
  emoji TEXT NOT NULL,
  event_ts TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  checked INTEGER NOT NULL DEFAULT 0 CHECK (checked IN (0, 1)), -- stands on a win or a nudge
  seen_at TEXT NOT NULL CHECK (seen_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, channel_id, ts, user_id, emoji)
) STRICT, WITHOUT ROWID;

CREATE INDEX reaction_unchecked ON reaction (seen_at) WHERE checked = 0;

-- With a win go the reactions under it, whichever way it is erased.
CREATE TRIGGER reactions_of_erased_win AFTER UPDATE OF deleted ON win
WHEN new.deleted = 1 AND old.ts IS NOT NULL
BEGIN
  DELETE FROM reaction
    WHERE team_id = old.team_id AND channel_id = old.channel_id AND ts = old.ts;
END;
