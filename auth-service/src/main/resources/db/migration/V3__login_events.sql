-- Who signed in or tried to, and what ended their sessions. Never what was typed into a form.
CREATE TABLE login_events (
    -- A UUID of version 7, so in order of time: the primary key serves lists, times and forgetting.
    event_id    uuid        PRIMARY KEY,
    occurred_at timestamptz NOT NULL,
    event       text        NOT NULL,
    user_id     text,
    session_id  uuid,
    reason      text,
    done_by     text,
    address     text        NOT NULL,
    device      text        NOT NULL
);

CREATE INDEX login_events_by_user ON login_events (user_id, event_id DESC);
