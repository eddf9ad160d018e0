-- Each time a digest was to be posted, and what became of it. A row is claimed before anything is
-- posted, and settled once.
CREATE TABLE digest_slot (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  due TEXT NOT NULL CHECK (due GLOB '????-??-??T??:??:??Z'),
  week TEXT NOT NULL CHECK (week GLOB '????-W??'), -- the ISO week in the channel's zone
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('claimed', 'posted', 'late', 'skipped', 'failed')),
  reason TEXT, -- a code, said in words by language
  ts TEXT,
  owner TEXT,
  lease_until TEXT CHECK (lease_until GLOB '????-??-??T??:??:??Z'),
  may_stand_since TEXT CHECK (may_stand_since GLOB '????-??-??T??:??:??Z'), -- a try of which we know no outcome
  settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??Z'),
  PRIMARY KEY (team_id, channel_id, due),
  CHECK ((state = 'claimed') = (settled_at IS NULL)),
  CHECK ((state = 'posted') = (ts IS NOT NULL)),
  CHECK (state <> 'claimed' OR (owner IS NOT NULL AND lease_until IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX digest_slot_one_a_week
  ON digest_slot (team_id, channel_id, week) WHERE state IN ('claimed', 'posted');
CREATE INDEX digest_slot_claimed ON digest_slot (lease_until) WHERE state = 'claimed';
