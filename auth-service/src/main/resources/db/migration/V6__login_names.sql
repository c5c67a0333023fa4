-- Of a name that was tried too often and is not known to be an account's: a few bits of its hash.
ALTER TABLE login_events ADD COLUMN name_digest text;
