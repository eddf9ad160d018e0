-- Small things to do that a channel's own people proposed, and that another of them said yes to.
CREATE TABLE microaction (
  team_id TEXT NOT NULL,
  microaction_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  principle INTEGER NOT NULL CHECK (principle BETWEEN 1 AND 7),
  minutes INTEGER NOT NULL CHECK (minutes IN (2, 5, 15, 60)),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL CHECK (proposed_at GLOB '????-??-??T??:??:??Z'),
  accepted_by TEXT, -- null once that person is forgotten
  accepted_at TEXT CHECK (accepted_at GLOB '????-??-??T??:??:??Z'), -- null while it is only proposed
  PRIMARY KEY (team_id, microaction_id)
) STRICT;

CREATE INDEX microaction_of_channel ON microaction (team_id, channel_id)
  WHERE accepted_at IS NOT NULL;

-- "I'll do it": what somebody took on, for them alone, and the one question how it went.
CREATE TABLE microaction_promise (
  team_id TEXT NOT NULL,
  promise_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  nudge_ts TEXT NOT NULL,
  action TEXT NOT NULL, -- which one: p: and a prompt's id, m: and a microaction's
  principle INTEGER NOT NULL CHECK (principle BETWEEN 1 AND 7),
  minutes INTEGER NOT NULL,
  text TEXT NOT NULL,
  promised_at TEXT NOT NULL CHECK (promised_at GLOB '????-??-??T??:??:??Z'),
  ask_at TEXT CHECK (ask_at GLOB '????-??-??T??:??:??Z'), -- null: not to be asked, or asked
  asked_at TEXT CHECK (asked_at GLOB '????-??-??T??:??:??Z'),
  answer TEXT CHECK (answer IN ('did', 'not_yet', 'learned')),
  PRIMARY KEY (team_id, promise_id),
  UNIQUE (team_id, channel_id, nudge_ts, user_id, action)
) STRICT;

CREATE INDEX microaction_promise_to_ask ON microaction_promise (ask_at) WHERE ask_at IS NOT NULL;
