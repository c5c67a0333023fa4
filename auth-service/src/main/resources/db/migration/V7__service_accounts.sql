-- Machines that may write: bots and plant systems. Their tokens are sessions of the user "machine:<client_id>".
CREATE TABLE service_accounts (
    client_id    uuid        PRIMARY KEY,
    name         text        NOT NULL,
    description  text,
    -- Where it may write: these rooms, and every room made from these templates.
    rooms        uuid[]      NOT NULL,
    templates    uuid[]      NOT NULL,
    expires_at   timestamptz,
    created_by   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    version      bigint      NOT NULL
);

-- Two at most: the newest, and the one before it until its overlap is over.
CREATE TABLE service_account_secrets (
    -- SHA-256 alone: a secret is 256 random bits, which no slow hash makes harder to guess.
    secret_hash text        PRIMARY KEY,
    client_id   uuid        NOT NULL REFERENCES service_accounts ON DELETE CASCADE,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz
);

CREATE INDEX service_account_secrets_by_account ON service_account_secrets (client_id);
