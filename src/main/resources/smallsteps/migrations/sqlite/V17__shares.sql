-- Principles that somebody shared: the post names them, so it goes when they erase all of theirs.
CREATE TABLE principle_share (
  team_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  share TEXT NOT NULL, -- the subject of what was owed
  ts TEXT NOT NULL,
  user_id TEXT NOT NULL,
  PRIMARY KEY (team_id, channel_id, share)
) STRICT, WITHOUT ROWID;
CREATE INDEX principle_share_of_user ON principle_share (team_id, user_id);
