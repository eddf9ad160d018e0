-- Until when the bot has heard all that happened in a channel.
CREATE TABLE heard (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  until TEXT NOT NULL CHECK (until GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, channel_id)
) STRICT, WITHOUT ROWID;

-- When somebody's reactions were last forgotten; not whose. Slack doesn't tell when a reaction was
-- given: those on what was said before this are not caught up with, else a forgotten person's would
-- come back.
CREATE TABLE reaction_forgetting (
  team_id TEXT NOT NULL PRIMARY KEY,
  forgotten_at TEXT NOT NULL CHECK (forgotten_at GLOB '????-??-??T??:??:??Z')
) STRICT, WITHOUT ROWID;

-- A reply may come before we know that it stands under a nudge: a crash between a post and its
-- receipt. Once the nudge is known, the wins under it answer it.
CREATE TRIGGER wins_under_settled_nudge AFTER UPDATE OF ts ON nudge_slot
WHEN new.ts IS NOT NULL AND old.ts IS NULL
BEGIN
  UPDATE win SET nudge_ts = new.ts, principle = coalesce(principle, new.principle)
    WHERE team_id = new.team_id AND channel_id = new.channel_id AND deleted = 0
      AND thread_ts = new.ts AND nudge_ts IS NULL;
END;
