-- What a person has chosen about what the bot says to them unasked. No row: as shipped.
CREATE TABLE care_person (
  team_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  language TEXT, -- null: as in their Slack
  quiet_from TEXT NOT NULL CHECK (quiet_from GLOB '[0-2][0-9]:[0-5][0-9]'),
  quiet_until TEXT NOT NULL CHECK (quiet_until GLOB '[0-2][0-9]:[0-5][0-9]'), -- in their own zone
  snoozed_until TEXT CHECK (snoozed_until GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, user_id)
) STRICT;

-- The kinds of message that a person wants no more of.
CREATE TABLE care_person_off (
  team_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (team_id, user_id, kind)
) STRICT, WITHOUT ROWID;

-- The kinds of message that a channel wants no more of.
CREATE TABLE care_channel_off (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (team_id, channel_id, kind)
) STRICT, WITHOUT ROWID;
