-- The whole schema as SQLite has it at this version: PostgreSQL came then. From here on each engine
-- has a migration of the same number. What stands in a row is the same, letter by letter: times are
-- UTC text, what is true is 1. Text is compared by its letters alone, as SQLite does.

-- A text as it is searched for: small letters, without dots and rings. Which letters are letters the
-- database itself must know.
CREATE FUNCTION folded(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  lower(regexp_replace(normalize(said, NFD), '[\u0300-\u036F]', '', 'g') COLLATE "default");

-- Its words, each by itself: no addresses, no numbers with a sign.
CREATE FUNCTION words_of(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  to_tsvector('simple', regexp_replace(folded(said) COLLATE "default", '[^[:alnum:]]+', ' ', 'g'));

-- What a channel asked for: when it rests, the days that it leaves out, and who may change it.
CREATE TABLE nudge_plan (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  zone TEXT COLLATE "C" NOT NULL,
  language TEXT COLLATE "C" NOT NULL,
  pause_reason TEXT COLLATE "C", -- null: not paused; else 'asked', or what Slack refused with
  paused_until TEXT COLLATE "C" CHECK (paused_until LIKE '____-__-__'), -- the first day it goes again, in the zone; null: until somebody resumes
  holiday_rule TEXT COLLATE "C" NOT NULL DEFAULT 'post',
  set_by TEXT COLLATE "C",
  skip_eves BIGINT NOT NULL DEFAULT 0 CHECK (skip_eves IN (0, 1)),
  skip_bridge_days BIGINT NOT NULL DEFAULT 0 CHECK (skip_bridge_days IN (0, 1)),
  skip_summer BIGINT NOT NULL DEFAULT 0 CHECK (skip_summer IN (0, 1)),
  changed_by TEXT COLLATE "C" NOT NULL DEFAULT 'anyone' CHECK (changed_by IN ('anyone', 'owner')), -- the owner is set_by
  PRIMARY KEY (team_id, channel_id),
  CHECK (paused_until IS NULL OR pause_reason IS NOT NULL)
);

CREATE INDEX nudge_plan_of_owner ON nudge_plan (team_id, set_by);

-- What a channel asked for each week: a row a kind of message. Its zone and language, its pause and
-- the days that it leaves out stand in the channel's plan, and a row goes with that.
CREATE TABLE weekly (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL, -- a room knows what it is
  weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- Monday is 1
  local_time TEXT COLLATE "C" NOT NULL CHECK (local_time ~ '^[0-2][0-9]:[0-5][0-9]$'), -- in the plan's zone
  every_weeks BIGINT NOT NULL DEFAULT 1 CHECK (every_weeks > 0),
  counted_from TEXT COLLATE "C" CHECK (counted_from LIKE '____-__-__'), -- a day of a week that has its turn; null: each has
  since TEXT COLLATE "C" NOT NULL CHECK (since LIKE '____-__-__T__:__:__Z'), -- none is due before
  nth_in_month BIGINT CHECK (nth_in_month IN (-1, 1, 2, 3, 4)), -- once a month, then: the week in which its weekday comes for the n-th time, or for the last
  PRIMARY KEY (team_id, channel_id, kind),
  FOREIGN KEY (team_id, channel_id) REFERENCES nudge_plan (team_id, channel_id)
    ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CHECK ((every_weeks = 1) = (counted_from IS NULL)),
  CHECK (nth_in_month IS NULL OR every_weeks = 1)
);

-- Each time a nudge was to be posted, and what became of it. A slot says what became of a nudge; who
-- posts it just now, the outbox knows.
CREATE TABLE nudge_slot (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  due TEXT COLLATE "C" NOT NULL CHECK (due LIKE '____-__-__T__:__:__Z'),
  local_date TEXT COLLATE "C" NOT NULL CHECK (local_date LIKE '____-__-__'),
  zone TEXT COLLATE "C" NOT NULL,
  language TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('planned', 'now')),
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('claimed', 'posted', 'late', 'skipped', 'failed')),
  reason TEXT COLLATE "C", -- a code, said in words by language
  prompt_id TEXT COLLATE "C",
  principle BIGINT CHECK (principle BETWEEN 1 AND 7),
  round BIGINT, -- all prompts are used once in a round
  ts TEXT COLLATE "C",
  claimed_at TEXT COLLATE "C" CHECK (claimed_at LIKE '____-__-__T__:__:__Z'),
  settled_at TEXT COLLATE "C" CHECK (settled_at LIKE '____-__-__T__:__:__Z'),
  PRIMARY KEY (team_id, channel_id, due),
  CHECK ((state = 'claimed') = (settled_at IS NULL)),
  CHECK ((state = 'posted') = (ts IS NOT NULL)),
  CHECK (state NOT IN ('claimed', 'posted') OR (prompt_id IS NOT NULL AND principle IS NOT NULL AND round IS NOT NULL)),
  CHECK (state <> 'claimed' OR claimed_at IS NOT NULL)
);
CREATE UNIQUE INDEX nudge_slot_one_planned_a_day
  ON nudge_slot (team_id, channel_id, local_date) WHERE kind = 'planned';
CREATE UNIQUE INDEX nudge_slot_by_ts ON nudge_slot (team_id, channel_id, ts) WHERE ts IS NOT NULL;

-- The plans that rest until a person lets the bot write again, and of which the owner has been told.
CREATE TABLE nudge_owner_told (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  told_at TEXT COLLATE "C" NOT NULL CHECK (told_at LIKE '____-__-__T__:__:__Z'),
  PRIMARY KEY (team_id, channel_id)
);

-- The last time that the bot was invited to a channel: Slack may tell it again, or an older one.
CREATE TABLE nudge_invitation (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  event_ts TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (team_id, channel_id)
);

-- The one question whether the nudges still suit a channel.
CREATE TABLE pace_question (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  asked_at TEXT COLLATE "C" NOT NULL CHECK (asked_at LIKE '____-__-__T__:__:__Z'),
  answer TEXT COLLATE "C" CHECK (answer IN ('keep', 'less', 'pause', 'none')), -- none: it was left unanswered
  PRIMARY KEY (team_id, channel_id)
);

-- What people said that they did. Slack's ids are the key: a message's ts, a modal's view id.
-- Erased, a row stays with its key alone, so that a message told once more brings no text back.
CREATE TABLE win (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, -- for the search index, which knows a row by a number that stays
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  source_id TEXT COLLATE "C" NOT NULL,
  ts TEXT COLLATE "C", -- null until the bot has posted it
  deleted BIGINT NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  edited_ts TEXT COLLATE "C", -- of an erased one: it may come back by a later edit than this
  thread_ts TEXT COLLATE "C",
  user_id TEXT COLLATE "C",
  text TEXT COLLATE "C",
  kind TEXT COLLATE "C" CHECK (kind IN ('did', 'learned')),
  principle BIGINT CHECK (principle BETWEEN 1 AND 7),
  nudge_ts TEXT COLLATE "C",
  said_at TEXT COLLATE "C" CHECK (said_at LIKE '____-__-__T__:__:__Z'),
  origin TEXT COLLATE "C" CHECK (origin IN ('phrase', 'shortcut', 'posted')),
  post_state TEXT COLLATE "C" CHECK (post_state IN ('waiting', 'posted', 'refused', 'unsure')),
  post_reason TEXT COLLATE "C",
  tried_at TEXT COLLATE "C" CHECK (tried_at LIKE '____-__-__T__:__:__Z'),
  may_stand_since TEXT COLLATE "C" CHECK (may_stand_since LIKE '____-__-__T__:__:__Z'),
  hidden BIGINT NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)), -- its author keeps it out of lists, searches by others, digests and exports
  UNIQUE (team_id, channel_id, source_id),
  UNIQUE (team_id, channel_id, ts),
  CHECK (
    CASE deleted
      WHEN 0 THEN user_id IS NOT NULL AND text IS NOT NULL AND kind IS NOT NULL
        AND said_at IS NOT NULL AND origin IS NOT NULL
      ELSE num_nonnulls(thread_ts, user_id, text, kind, principle, nudge_ts, said_at, origin,
        post_state, post_reason, tried_at, may_stand_since) = 0
    END)
);
CREATE INDEX win_of_channel ON win (team_id, channel_id, said_at) WHERE deleted = 0;
CREATE INDEX win_of_user ON win (team_id, user_id, said_at) WHERE deleted = 0;
CREATE INDEX win_of_user_in_channel ON win (team_id, user_id, channel_id, said_at) WHERE deleted = 0;
CREATE INDEX win_of_nudge ON win (team_id, channel_id, nudge_ts) WHERE nudge_ts IS NOT NULL;

-- Who may find a small thing: its channel, unless it is hidden, and its author.
CREATE VIEW win_text AS SELECT id, text,
  team_id || CASE hidden WHEN 1 THEN '' ELSE channel_id END || ' ' || team_id || user_id AS place
  FROM win WHERE deleted = 0;

-- The search, by the number of a win: words of its text weigh A, those of its places D. A new win is
-- put in by a statement of its own, as in SQLite.
CREATE TABLE win_words (
  rowid BIGINT PRIMARY KEY REFERENCES win (id) ON DELETE CASCADE,
  text TEXT COLLATE "C" NOT NULL,
  place TEXT COLLATE "C" NOT NULL,
  words TSVECTOR GENERATED ALWAYS AS (
    setweight(words_of(text), 'A') || setweight(words_of(place), 'D')
  ) STORED
);
CREATE INDEX win_words_found ON win_words USING gin (words) WITH (fastupdate = off);

CREATE FUNCTION win_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.text IS NULL THEN
    DELETE FROM win_words WHERE rowid = new.id;
  ELSE
    INSERT INTO win_words (rowid, text, place) SELECT id, text, place FROM win_text WHERE id = new.id
      ON CONFLICT (rowid) DO UPDATE SET text = excluded.text, place = excluded.place;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER win_words_changed AFTER UPDATE OF text, hidden, channel_id, user_id ON win
  FOR EACH ROW EXECUTE FUNCTION win_words_changed();

-- A reply may come before we know that it stands under a nudge: a crash between a post and its
-- receipt. Once the nudge is known, the wins under it answer it.
CREATE FUNCTION wins_under_settled_nudge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE win SET nudge_ts = new.ts, principle = coalesce(principle, new.principle)
    WHERE team_id = new.team_id AND channel_id = new.channel_id AND deleted = 0
      AND said_at >= to_char(to_timestamp(floor(CAST(new.ts AS NUMERIC))) AT TIME ZONE 'UTC'
        - INTERVAL '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      AND thread_ts = new.ts AND nudge_ts IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER wins_under_settled_nudge AFTER UPDATE OF ts ON nudge_slot
  FOR EACH ROW WHEN (new.ts IS NOT NULL AND old.ts IS NULL)
  EXECUTE FUNCTION wins_under_settled_nudge();

-- The names of people and channels that small things mention, so that nobody reads an id. What Slack
-- hides from some is not asked for: the name of a private channel.
CREATE TABLE name (
  team_id TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL, -- Slack's, of a person or a channel
  name TEXT COLLATE "C", -- null: not known
  asked_at TEXT COLLATE "C" CHECK (asked_at LIKE '____-__-__T__:__:__Z'), -- null: Slack has not been asked
  PRIMARY KEY (team_id, id)
);
CREATE INDEX name_by_asking ON name (asked_at);
CREATE INDEX name_unknown ON name (asked_at) WHERE name IS NULL;

-- Who reacted to what. A reaction taken away stays a while as removed, so that events that arrive
-- late, twice or in the wrong order still come out right.
CREATE TABLE reaction (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  ts TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  emoji TEXT COLLATE "C" NOT NULL,
  event_ts TEXT COLLATE "C" NOT NULL,
  removed BIGINT NOT NULL CHECK (removed IN (0, 1)),
  checked BIGINT NOT NULL DEFAULT 0 CHECK (checked IN (0, 1)), -- stands on a win or a nudge
  seen_at TEXT COLLATE "C" NOT NULL CHECK (seen_at LIKE '____-__-__T__:__:__Z'),
  PRIMARY KEY (team_id, channel_id, ts, user_id, emoji)
);
CREATE INDEX reaction_unchecked ON reaction (seen_at) WHERE checked = 0;
CREATE INDEX reaction_of_user ON reaction (team_id, user_id);

-- With a win go the reactions under it, whichever way it is erased.
CREATE FUNCTION reactions_of_erased_win() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM reaction
    WHERE team_id = old.team_id AND channel_id = old.channel_id AND ts = old.ts;
  RETURN NULL;
END $$;
CREATE TRIGGER reactions_of_erased_win AFTER UPDATE OF deleted ON win
  FOR EACH ROW WHEN (new.deleted = 1 AND old.ts IS NOT NULL)
  EXECUTE FUNCTION reactions_of_erased_win();

-- Until when the bot has heard all that happened in a channel.
CREATE TABLE heard (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  until TEXT COLLATE "C" NOT NULL CHECK (until LIKE '____-__-__T__:__:__Z'),
  PRIMARY KEY (team_id, channel_id)
);

-- When somebody's reactions were last forgotten; not whose. Slack doesn't tell when a reaction was
-- given: those on what was said before this are not caught up with, else a forgotten person's would
-- come back.
CREATE TABLE reaction_forgetting (
  team_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  forgotten_at TEXT COLLATE "C" NOT NULL CHECK (forgotten_at LIKE '____-__-__T__:__:__Z')
);

-- Each time a digest was to be posted, and what became of it. A row is claimed before anything is
-- posted, and settled once.
CREATE TABLE digest_slot (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  due TEXT COLLATE "C" NOT NULL CHECK (due LIKE '____-__-__T__:__:__Z'),
  week TEXT COLLATE "C" NOT NULL CHECK (week LIKE '____-W__'), -- the ISO week in the channel's zone
  zone TEXT COLLATE "C" NOT NULL,
  language TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('claimed', 'posted', 'late', 'skipped', 'failed')),
  reason TEXT COLLATE "C", -- a code, said in words by language
  ts TEXT COLLATE "C",
  settled_at TEXT COLLATE "C" CHECK (settled_at LIKE '____-__-__T__:__:__Z'),
  PRIMARY KEY (team_id, channel_id, due),
  CHECK ((state = 'claimed') = (settled_at IS NULL)),
  CHECK ((state = 'posted') = (ts IS NOT NULL))
);
CREATE UNIQUE INDEX digest_slot_one_a_week
  ON digest_slot (team_id, channel_id, week) WHERE state IN ('claimed', 'posted');

-- What a person has chosen about what the bot says to them unasked. No row: as shipped.
CREATE TABLE care_person (
  team_id TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  language TEXT COLLATE "C", -- null: as in their Slack
  quiet_from TEXT COLLATE "C" NOT NULL CHECK (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
  quiet_until TEXT COLLATE "C" NOT NULL CHECK (quiet_until ~ '^[0-2][0-9]:[0-5][0-9]$'), -- in their own zone
  snoozed_until TEXT COLLATE "C" CHECK (snoozed_until LIKE '____-__-__T__:__:__Z'),
  PRIMARY KEY (team_id, user_id)
);

-- The kinds of message that a person wants no more of.
CREATE TABLE care_person_off (
  team_id TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (team_id, user_id, kind)
);

-- The kinds of message that a channel wants no more of.
CREATE TABLE care_channel_off (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (team_id, channel_id, kind)
);

-- Small things to do that a channel's own people proposed, and that another of them said yes to.
CREATE TABLE microaction (
  team_id TEXT COLLATE "C" NOT NULL,
  microaction_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  principle BIGINT NOT NULL CHECK (principle BETWEEN 1 AND 7),
  minutes BIGINT NOT NULL CHECK (minutes IN (2, 5, 15, 60)),
  language TEXT COLLATE "C" NOT NULL,
  text TEXT COLLATE "C" NOT NULL,
  proposed_by TEXT COLLATE "C" NOT NULL,
  proposed_at TEXT COLLATE "C" NOT NULL CHECK (proposed_at LIKE '____-__-__T__:__:__Z'),
  accepted_by TEXT COLLATE "C", -- null once that person is forgotten
  accepted_at TEXT COLLATE "C" CHECK (accepted_at LIKE '____-__-__T__:__:__Z'), -- null while it is only proposed
  ts TEXT COLLATE "C", -- where a proposal stands, so that it can be taken away with its words
  PRIMARY KEY (team_id, microaction_id)
);
CREATE INDEX microaction_of_channel ON microaction (team_id, channel_id, accepted_at, microaction_id)
  WHERE accepted_at IS NOT NULL;
CREATE INDEX microaction_of_proposer ON microaction (team_id, proposed_by);
CREATE INDEX microaction_of_accepter ON microaction (team_id, accepted_by);

-- "I'll do it": what somebody took on, for them alone, and the one question how it went.
CREATE TABLE microaction_promise (
  team_id TEXT COLLATE "C" NOT NULL,
  promise_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  nudge_ts TEXT COLLATE "C" NOT NULL,
  action TEXT COLLATE "C" NOT NULL, -- which one: p: and a prompt's id, m: and a microaction's
  principle BIGINT NOT NULL CHECK (principle BETWEEN 1 AND 7),
  minutes BIGINT NOT NULL,
  text TEXT COLLATE "C" NOT NULL,
  promised_at TEXT COLLATE "C" NOT NULL CHECK (promised_at LIKE '____-__-__T__:__:__Z'),
  ask_at TEXT COLLATE "C" CHECK (ask_at LIKE '____-__-__T__:__:__Z'), -- null: not to be asked, or asked
  asked_at TEXT COLLATE "C" CHECK (asked_at LIKE '____-__-__T__:__:__Z'),
  answer TEXT COLLATE "C" CHECK (answer IN ('did', 'not_yet', 'learned')),
  PRIMARY KEY (team_id, promise_id),
  UNIQUE (team_id, channel_id, nudge_ts, user_id, action)
);
CREATE INDEX microaction_promise_to_ask ON microaction_promise (ask_at) WHERE ask_at IS NOT NULL;
CREATE INDEX microaction_promise_of_user ON microaction_promise (team_id, user_id, promised_at);

-- What difference a small thing made, where its author wanted to be asked. By the win's own key.
CREATE TABLE difference (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  source_id TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  ask_at TEXT COLLATE "C" CHECK (ask_at LIKE '____-__-__T__:__:__Z'), -- null: not to be asked, or asked
  asked_at TEXT COLLATE "C" CHECK (asked_at LIKE '____-__-__T__:__:__Z'),
  answer TEXT COLLATE "C" CHECK (answer IN ('told', 'none_yet', 'unknown')),
  text TEXT COLLATE "C", -- what was told
  answered_at TEXT COLLATE "C" CHECK (answered_at LIKE '____-__-__T__:__:__Z'),
  PRIMARY KEY (team_id, channel_id, source_id),
  CHECK ((answer IS NOT DISTINCT FROM 'told') = (text IS NOT NULL))
);
CREATE INDEX difference_to_ask ON difference (ask_at) WHERE ask_at IS NOT NULL;
CREATE INDEX difference_of_user ON difference (team_id, user_id, channel_id, source_id);

-- With a win goes what is said of it, whichever way it is erased.
CREATE FUNCTION difference_of_erased_win() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM difference
    WHERE team_id = old.team_id AND channel_id = old.channel_id AND source_id = old.source_id;
  RETURN NULL;
END $$;
CREATE TRIGGER difference_of_erased_win AFTER UPDATE OF deleted ON win
  FOR EACH ROW WHEN (new.deleted = 1) EXECUTE FUNCTION difference_of_erased_win();

-- How far an idea travelled: a win that followed from another, since somebody did it too. The keys
-- alone; who and where is read from the table win, as long as it stands there.
CREATE TABLE win_link (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  source_id TEXT COLLATE "C" NOT NULL, -- with these, the win that followed
  parent_channel_id TEXT COLLATE "C" NOT NULL,
  parent_ts TEXT COLLATE "C" NOT NULL, -- the one it followed from
  idea_channel_id TEXT COLLATE "C" NOT NULL,
  idea_ts TEXT COLLATE "C" NOT NULL, -- the first of them all
  PRIMARY KEY (team_id, channel_id, source_id)
);
CREATE INDEX win_link_of_idea ON win_link (team_id, idea_channel_id, idea_ts);

-- Every win of an idea that still stands, its first among them.
CREATE VIEW idea_win AS
  SELECT link.team_id, link.idea_channel_id, link.idea_ts, win.user_id, win.channel_id
  FROM win_link link JOIN win ON win.team_id = link.team_id
    AND win.channel_id = link.channel_id AND win.source_id = link.source_id
  WHERE win.deleted = 0
  UNION ALL
  SELECT team_id, channel_id, ts, user_id, channel_id FROM win
  WHERE deleted = 0 AND ts IS NOT NULL;

-- What people say of themselves, so that it can be counted how many borders an idea crossed.
CREATE TABLE spread_tag (
  team_id TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('profession', 'organisation', 'sector', 'country')),
  value TEXT COLLATE "C" NOT NULL CHECK (value <> ''),
  PRIMARY KEY (team_id, user_id, kind)
);

-- Principles that somebody shared: the post names them, so it goes when they erase all of theirs.
CREATE TABLE principle_share (
  team_id TEXT COLLATE "C" NOT NULL,
  channel_id TEXT COLLATE "C" NOT NULL,
  share TEXT COLLATE "C" NOT NULL, -- the subject of what was owed
  ts TEXT COLLATE "C" NOT NULL,
  user_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (team_id, channel_id, share)
);
CREATE INDEX principle_share_of_user ON principle_share (team_id, user_id, ts);

-- What the bot owes Slack, and for how long nobody else may try to pay it. A row goes when Slack has
-- done it, or has refused it for good. It says nothing of what somebody wrote. A number is given once.
CREATE TABLE outbox (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  team_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL, -- a room knows what it is
  channel_id TEXT COLLATE "C" NOT NULL, -- where it goes: a channel, or a person's id
  subject TEXT COLLATE "C" NOT NULL, -- what it is about, by the room's own key
  asked_by TEXT COLLATE "C", -- who waits for it; null: nobody, or it is not to be known
  version BIGINT NOT NULL DEFAULT 1, -- how often it was owed anew before it was done
  owed_at TEXT COLLATE "C" NOT NULL CHECK (owed_at LIKE '____-__-__T__:__:__Z'),
  not_after TEXT COLLATE "C" CHECK (not_after LIKE '____-__-__T__:__:__Z'),
  next_try TEXT COLLATE "C" NOT NULL CHECK (next_try LIKE '____-__-__T__:__:__Z'),
  tries BIGINT NOT NULL DEFAULT 0,
  owner TEXT COLLATE "C",
  lease_until TEXT COLLATE "C" CHECK (lease_until LIKE '____-__-__T__:__:__Z'),
  may_stand_since TEXT COLLATE "C" CHECK (may_stand_since LIKE '____-__-__T__:__:__Z'), -- a try of which we know no outcome, by Slack's clock
  repeat_from TEXT COLLATE "C" CHECK (repeat_from LIKE '____-__-__T__:__:__Z'), -- until then it may still arrive
  UNIQUE (team_id, kind, channel_id, subject),
  CHECK ((owner IS NULL) = (lease_until IS NULL))
);
CREATE INDEX outbox_due ON outbox (team_id, kind, next_try, id);
CREATE INDEX outbox_of_asker ON outbox (team_id, asked_by) WHERE asked_by IS NOT NULL;

-- The planner keeps samples of what stands in a column, also of what was erased since. Of what people
-- wrote it is to keep none.
ALTER TABLE win ALTER text SET STATISTICS 0;
ALTER TABLE win_words ALTER text SET STATISTICS 0;
ALTER TABLE name ALTER name SET STATISTICS 0;
ALTER TABLE microaction ALTER text SET STATISTICS 0;
ALTER TABLE microaction_promise ALTER text SET STATISTICS 0;
ALTER TABLE difference ALTER text SET STATISTICS 0;
ALTER TABLE spread_tag ALTER value SET STATISTICS 0;
