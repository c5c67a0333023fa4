-- Keys that sign access tokens, encrypted: whoever reads or writes this table alone can sign nothing.
CREATE TABLE signing_keys (
    key_id        text        PRIMARY KEY,
    -- Published from the start, used from then on, until the next key is.
    signs_from    timestamptz NOT NULL,
    -- AES-256-GCM over the PKCS #8 form: nonce, then ciphertext and tag.
    encrypted_key bytea       NOT NULL
);
