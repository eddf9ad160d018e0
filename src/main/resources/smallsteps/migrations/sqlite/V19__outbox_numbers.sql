-- A number is given once. SQLite gives the number of the newest row again when that row is gone, and
-- whoever settled what had it before took away what had it since.
CREATE TABLE outbox_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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

INSERT INTO outbox_new
  SELECT id, team_id, kind, channel_id, subject, asked_by, version, owed_at, not_after, next_try,
    tries, owner, lease_until, may_stand_since, repeat_from
  FROM outbox ORDER BY id;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;

CREATE INDEX outbox_due ON outbox (team_id, kind, next_try, id);
CREATE INDEX outbox_of_asker ON outbox (team_id, asked_by) WHERE asked_by IS NOT NULL;
