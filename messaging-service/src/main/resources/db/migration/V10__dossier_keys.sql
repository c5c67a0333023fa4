-- Keys that seal dossiers. The public ones are kept for ever: so are the dossiers.
CREATE TABLE dossier_keys (
    key_id        text        PRIMARY KEY,
    made_at       timestamptz NOT NULL,
    -- The 32 bytes of Ed25519, in Base64url.
    public_key    text        NOT NULL,
    -- AES-256-GCM over the PKCS #8 form: nonce, then ciphertext and tag. Null once another key has taken over.
    encrypted_key bytea
);
CREATE UNIQUE INDEX dossier_keys_signing ON dossier_keys ((true)) WHERE encrypted_key IS NOT NULL;
