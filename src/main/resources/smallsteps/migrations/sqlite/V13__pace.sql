-- A channel that leaves its nudges unanswered may have them every second week.
ALTER TABLE nudge_plan ADD COLUMN every_second_from TEXT CHECK (every_second_from GLOB '????-??-??'); -- null: each week; else counted from that day's week

-- The one question whether the nudges still suit a channel.
CREATE TABLE pace_question (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  asked_at TEXT NOT NULL CHECK (asked_at GLOB '????-??-??T??:??:??Z'),
  answer TEXT CHECK (answer IN ('keep', 'less', 'pause', 'none')), -- none: it was left unanswered
  PRIMARY KEY (team_id, channel_id)
) STRICT, WITHOUT ROWID;
