-- What a channel asked for: a nudge a week, at its own local time.
CREATE TABLE nudge_plan (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- Monday is 1
  local_time TEXT NOT NULL CHECK (local_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  pause_reason TEXT, -- null: not paused; else 'asked', or what Slack refused with
  paused_until TEXT CHECK (paused_until GLOB '????-??-??'), -- the first day it goes again, in the zone; null: until somebody resumes
  holiday_rule TEXT NOT NULL DEFAULT 'post',
  set_by TEXT,
  set_at TEXT NOT NULL CHECK (set_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, channel_id),
  CHECK (paused_until IS NULL OR pause_reason IS NOT NULL)
) STRICT;

-- Each time a nudge was to be posted, and what became of it. A row is claimed before anything is
-- posted, and settled once.
CREATE TABLE nudge_slot (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  due TEXT NOT NULL CHECK (due GLOB '????-??-??T??:??:??Z'),
  local_date TEXT NOT NULL CHECK (local_date GLOB '????-??-??'),
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('planned', 'now')),
  state TEXT NOT NULL CHECK (state IN ('claimed', 'posted', 'late', 'skipped', 'failed')),
  reason TEXT, -- a code, said in words by language
  prompt_id TEXT,
  principle INTEGER CHECK (principle BETWEEN 1 AND 7),
  round INTEGER, -- all prompts are used once in a round
  ts TEXT,
  owner TEXT,
  claimed_at TEXT CHECK (claimed_at GLOB '????-??-??T??:??:??Z'),
  lease_until TEXT CHECK (lease_until GLOB '????-??-??T??:??:??Z'),
  may_stand_since TEXT CHECK (may_stand_since GLOB '????-??-??T??:??:??Z'), -- a try of which we know no outcome
  settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, channel_id, due),
  CHECK ((state = 'claimed') = (settled_at IS NULL)),
  CHECK ((state = 'posted') = (ts IS NOT NULL)),
  CHECK (state NOT IN ('claimed', 'posted') OR (prompt_id IS NOT NULL AND principle IS NOT NULL AND round IS NOT NULL)),
  CHECK (state <> 'claimed' OR (owner IS NOT NULL AND claimed_at IS NOT NULL AND lease_until IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX nudge_slot_one_planned_a_day
  ON nudge_slot (team_id, channel_id, local_date) WHERE kind = 'planned';
CREATE UNIQUE INDEX nudge_slot_by_ts ON nudge_slot (team_id, channel_id, ts) WHERE ts IS NOT NULL;
CREATE INDEX nudge_slot_claimed ON nudge_slot (lease_until) WHERE state = 'claimed';
