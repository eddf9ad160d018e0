-- A win that its author keeps out of the channel's lists, of searches by others, digests and
-- exports. What stands in Slack is not concerned.
ALTER TABLE win ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
