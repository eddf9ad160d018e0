-- How far an idea travelled: a win that followed from another, since somebody did it too. The keys
-- alone; who and where is read from the table win, as long as it stands there.
CREATE TABLE win_link (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  source_id TEXT NOT NULL, -- with these, the win that followed
  parent_channel_id TEXT NOT NULL,
  parent_ts TEXT NOT NULL, -- the one it followed from
  idea_channel_id TEXT NOT NULL,
  idea_ts TEXT NOT NULL, -- the first of them all
  PRIMARY KEY (team_id, channel_id, source_id)
) STRICT, WITHOUT ROWID;

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
  team_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('profession', 'organisation', 'sector', 'country')),
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (team_id, user_id, kind)
) STRICT, WITHOUT ROWID;
