-- What the bot owes Slack, and for how long nobody else may try to pay it. A row goes when Slack has
-- done it, or has refused it for good. It says nothing of what somebody wrote.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  team_id TEXT NOT NULL,
  kind TEXT NOT NULL, -- a room knows what it is
  channel_id TEXT NOT NULL, -- where it goes: a channel, or a person's id
  subject TEXT NOT NULL, -- what it is about, by the room's own key
  asked_by TEXT, -- who waits for it; null: nobody, or it is not to be known
  version INTEGER NOT NULL DEFAULT 1, -- how often it was owed anew before it was done
  owed_at TEXT NOT NULL CHECK (owed_at GLOB '????-??-??T??:??:??Z'),
  not_after TEXT CHECK (not_after GLOB '????-??-??T??:??:??Z'),
  next_try TEXT NOT NULL CHECK (next_try GLOB '????-??-??T??:??:??Z'),
  tries INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  lease_until TEXT CHECK (lease_until GLOB '????-??-??T??:??:??Z'),
  may_stand_since TEXT CHECK (may_stand_since GLOB '????-??-??T??:??:??Z'), -- a try of which we know no outcome, by Slack's clock
  repeat_from TEXT CHECK (repeat_from GLOB '????-??-??T??:??:??Z'), -- until then it may still arrive
  UNIQUE (team_id, kind, channel_id, subject),
  CHECK ((owner IS NULL) = (lease_until IS NULL))
) STRICT;

CREATE INDEX outbox_due ON outbox (team_id, kind, next_try, id);
CREATE INDEX outbox_of_asker ON outbox (team_id, asked_by) WHERE asked_by IS NOT NULL;

-- What was under way when this came.
INSERT INTO outbox (team_id, kind, channel_id, subject, owed_at, next_try, may_stand_since)
  SELECT team_id, 'nudge', channel_id, due, claimed_at, lease_until,
    coalesce(may_stand_since, claimed_at)
  FROM nudge_slot WHERE state = 'claimed';
INSERT INTO outbox (team_id, kind, channel_id, subject, owed_at, next_try, may_stand_since)
  SELECT team_id, 'digest', channel_id, due, coalesce(may_stand_since, due), lease_until,
    coalesce(may_stand_since, due)
  FROM digest_slot WHERE state = 'claimed';
INSERT INTO outbox (team_id, kind, channel_id, subject, owed_at, next_try, may_stand_since)
  SELECT team_id, 'win', channel_id, source_id, said_at, said_at,
    coalesce(may_stand_since, tried_at)
  FROM win WHERE post_state = 'waiting';

-- A slot says what became of a nudge; who posts it just now, the outbox knows.
CREATE TABLE nudge_slot_new (
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
  claimed_at TEXT CHECK (claimed_at GLOB '????-??-??T??:??:??Z'),
  settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, channel_id, due),
  CHECK ((state = 'claimed') = (settled_at IS NULL)),
  CHECK ((state = 'posted') = (ts IS NOT NULL)),
  CHECK (state NOT IN ('claimed', 'posted') OR (prompt_id IS NOT NULL AND principle IS NOT NULL AND round IS NOT NULL)),
  CHECK (state <> 'claimed' OR claimed_at IS NOT NULL)
) STRICT;
INSERT INTO nudge_slot_new
  SELECT team_id, channel_id, due, local_date, zone, language, kind, state, reason, prompt_id,
    principle, round, ts, claimed_at, settled_at
  FROM nudge_slot;
DROP TABLE nudge_slot;
ALTER TABLE nudge_slot_new RENAME TO nudge_slot;
CREATE UNIQUE INDEX nudge_slot_one_planned_a_day
  ON nudge_slot (team_id, channel_id, local_date) WHERE kind = 'planned';
CREATE UNIQUE INDEX nudge_slot_by_ts ON nudge_slot (team_id, channel_id, ts) WHERE ts IS NOT NULL;
CREATE TRIGGER wins_under_settled_nudge AFTER UPDATE OF ts ON nudge_slot
WHEN new.ts IS NOT NULL AND old.ts IS NULL
BEGIN
  UPDATE win SET nudge_ts = new.ts, principle = coalesce(principle, new.principle)
    WHERE team_id = new.team_id AND channel_id = new.channel_id AND deleted = 0
      AND thread_ts = new.ts AND nudge_ts IS NULL;
END;

CREATE TABLE digest_slot_new (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  due TEXT NOT NULL CHECK (due GLOB '????-??-??T??:??:??Z'),
  week TEXT NOT NULL CHECK (week GLOB '????-W??'), -- the ISO week in the channel's zone
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('claimed', 'posted', 'late', 'skipped', 'failed')),
  reason TEXT, -- a code, said in words by language
  ts TEXT,
  settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, channel_id, due),
  CHECK ((state = 'claimed') = (settled_at IS NULL)),
  CHECK ((state = 'posted') = (ts IS NOT NULL))
) STRICT;
INSERT INTO digest_slot_new
  SELECT team_id, channel_id, due, week, zone, language, state, reason, ts, settled_at
  FROM digest_slot;
DROP TABLE digest_slot;
ALTER TABLE digest_slot_new RENAME TO digest_slot;
CREATE UNIQUE INDEX digest_slot_one_a_week
  ON digest_slot (team_id, channel_id, week) WHERE state IN ('claimed', 'posted');

-- Where a proposal stands, so that it can be taken away with its words.
ALTER TABLE microaction ADD COLUMN ts TEXT;
UPDATE win SET tried_at = NULL, may_stand_since = NULL WHERE tried_at IS NOT NULL OR may_stand_since IS NOT NULL;
DROP INDEX win_waiting;
