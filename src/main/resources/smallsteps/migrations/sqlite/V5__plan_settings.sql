-- What more a channel may choose: days without a nudge, a weekly digest, and who may change it.
-- holiday_rule 'skip' leaves out red days. What was planned before goes on as it did.
ALTER TABLE nudge_plan ADD COLUMN skip_eves INTEGER NOT NULL DEFAULT 0 CHECK (skip_eves IN (0, 1));
ALTER TABLE nudge_plan ADD COLUMN skip_bridge_days INTEGER NOT NULL DEFAULT 0 CHECK (skip_bridge_days IN (0, 1));
ALTER TABLE nudge_plan ADD COLUMN skip_summer INTEGER NOT NULL DEFAULT 0 CHECK (skip_summer IN (0, 1));
ALTER TABLE nudge_plan ADD COLUMN digest_weekday INTEGER CHECK (digest_weekday BETWEEN 1 AND 7); -- null: no digest
ALTER TABLE nudge_plan ADD COLUMN digest_time TEXT CHECK (digest_time GLOB '[0-2][0-9]:[0-5][0-9]'); -- in the plan's zone
ALTER TABLE nudge_plan ADD COLUMN digest_set_at TEXT CHECK (digest_set_at GLOB '????-??-??T??:??:??Z'); -- none is due before
ALTER TABLE nudge_plan ADD COLUMN changed_by TEXT NOT NULL DEFAULT 'anyone' CHECK (changed_by IN ('anyone', 'owner')); -- the owner is set_by
