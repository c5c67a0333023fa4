-- A session: who signed in, as the directory described them when it was last asked.
CREATE TABLE sessions (
    session_id   uuid        PRIMARY KEY,
    user_id      text        NOT NULL,
    display_name text        NOT NULL,
    email        text        NOT NULL,
    department   text,
    roles        text[]      NOT NULL,
    address      text        NOT NULL,
    device       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    end_reason   text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

-- "My sessions", newest first: session ids are UUIDs of version 7, in order of time.
CREATE INDEX sessions_by_user ON sessions (user_id, session_id DESC);

-- Every refresh token a session ever had, so that a used one is known when it comes again.
-- Tokens themselves are not here: the hash tells them, the salt makes the successor again.
CREATE TABLE refresh_tokens (
    token_hash     text        PRIMARY KEY,
    session_id     uuid        NOT NULL REFERENCES sessions ON DELETE CASCADE,
    used_at        timestamptz,
    successor_salt bytea,
    CHECK ((used_at IS NULL) = (successor_salt IS NULL))
);

CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
