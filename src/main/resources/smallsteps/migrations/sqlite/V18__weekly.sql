-- What a channel asked for each week: a row a kind of message. Its zone and language, its pause and
-- the days that it leaves out stand in the channel's plan, and a row goes with that.
CREATE TABLE weekly (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  kind TEXT NOT NULL, -- a room knows what it is
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- Monday is 1
  local_time TEXT NOT NULL CHECK (local_time GLOB '[0-2][0-9]:[0-5][0-9]'), -- in the plan's zone
  every_weeks INTEGER NOT NULL DEFAULT 1 CHECK (every_weeks > 0),
  counted_from TEXT CHECK (counted_from GLOB '????-??-??'), -- a day of a week that has its turn; null: each has
  since TEXT NOT NULL CHECK (since GLOB '????-??-??T??:??:??Z'), -- none is due before
  PRIMARY KEY (team_id, channel_id, kind),
  FOREIGN KEY (team_id, channel_id) REFERENCES nudge_plan (team_id, channel_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CHECK ((every_weeks = 1) = (counted_from IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO weekly
  SELECT team_id, channel_id, 'nudge', weekday, local_time,
    CASE WHEN every_second_from IS NULL THEN 1 ELSE 2 END, every_second_from, set_at
  FROM nudge_plan;
INSERT INTO weekly
  SELECT team_id, channel_id, 'digest', digest_weekday, digest_time, 1, NULL, digest_set_at
  FROM nudge_plan WHERE digest_weekday IS NOT NULL;

ALTER TABLE nudge_plan DROP COLUMN weekday;
ALTER TABLE nudge_plan DROP COLUMN local_time;
ALTER TABLE nudge_plan DROP COLUMN every_second_from;
ALTER TABLE nudge_plan DROP COLUMN set_at;
ALTER TABLE nudge_plan DROP COLUMN digest_weekday;
ALTER TABLE nudge_plan DROP COLUMN digest_time;
ALTER TABLE nudge_plan DROP COLUMN digest_set_at;
