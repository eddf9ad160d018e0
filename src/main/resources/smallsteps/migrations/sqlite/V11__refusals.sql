-- The plans that rest until a person lets the bot write again, and of which the owner has been told.
CREATE TABLE nudge_owner_told (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  told_at TEXT NOT NULL CHECK (told_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, channel_id)
) STRICT;

-- The last time that the bot was invited to a channel: Slack may tell it again, or an older one.
CREATE TABLE nudge_invitation (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  event_ts TEXT NOT NULL,
  PRIMARY KEY (team_id, channel_id)
) STRICT;
