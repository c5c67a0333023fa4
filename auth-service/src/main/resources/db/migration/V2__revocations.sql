-- Ended sessions are their own outbox: what has not been published yet waits here.
ALTER TABLE sessions
    -- When the last access token that was given out for the session expires.
    ADD COLUMN access_until         timestamptz,
    ADD COLUMN revocation_published boolean     NOT NULL DEFAULT false,
    -- When the directory was last asked about the account on schedule.
    ADD COLUMN account_checked_at   timestamptz NOT NULL DEFAULT now();

-- Of sessions from before this column it is not known exactly; no access token lives longer.
UPDATE sessions SET access_until = last_seen_at + interval '2 hours';
ALTER TABLE sessions ALTER COLUMN access_until SET NOT NULL;

CREATE INDEX sessions_unpublished ON sessions (ended_at) WHERE ended_at IS NOT NULL AND NOT revocation_published;

-- Whose turn it is to be looked up in the directory.
CREATE INDEX sessions_by_check ON sessions (account_checked_at) WHERE ended_at IS NULL;

-- What can be forgotten.
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
