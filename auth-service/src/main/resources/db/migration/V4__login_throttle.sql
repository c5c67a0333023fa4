-- Buckets of login attempts, in Bucket4j's own format; ids are hashes of names and addresses.
CREATE TABLE login_throttle (
    id         text PRIMARY KEY,
    state      bytea,
    expires_at bigint
);

CREATE INDEX login_throttle_by_expiry ON login_throttle (expires_at);

-- Addresses and devices from which an account has signed in: strangers' attempts do not count there.
CREATE TABLE known_places (
    account      text        NOT NULL,
    place        text        NOT NULL,
    last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (account, place)
);

CREATE INDEX known_places_by_time ON known_places (last_seen_at);
