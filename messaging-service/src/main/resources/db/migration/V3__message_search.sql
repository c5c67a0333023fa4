-- Lets an index hold a plain column beside the words. A trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The words of every message that can be found: not of system messages, not of deleted ones.
-- Message ids are of version 7, so the newest message has the greatest id, and the table lies in that order on disk.
CREATE TABLE message_words (
  message_id   uuid PRIMARY KEY,
  room_id      uuid NOT NULL,
  sender_id    text NOT NULL,
  message_type text NOT NULL,
  created_at   timestamptz NOT NULL,
  words        tsvector NOT NULL
);

-- New entries are only appended, and sorted in by PendingWords, so that no writer ever has to: hence the limit (kB)
-- that is never reached while that runs.
CREATE INDEX message_words_index ON message_words USING gin (room_id, words)
  WITH (fastupdate = on, gin_pending_list_limit = 262144);
