-- How far each member has read a room; only ever forward.
CREATE TABLE read_positions (
  room_id         uuid NOT NULL REFERENCES incident_rooms ON DELETE CASCADE,
  user_id         text NOT NULL,
  sequence_number bigint NOT NULL,
  PRIMARY KEY (room_id, user_id)
) WITH (fillfactor = 80);

-- With what unread messages are counted by, so that counting reads this index alone and no message.
ALTER TABLE messages DROP CONSTRAINT messages_number;
ALTER TABLE messages ADD CONSTRAINT messages_number
  UNIQUE (room_id, sequence_number) INCLUDE (sender_id, message_type, deleted_at);

-- Who is mentioned where, as the messages say it now; deleted messages mention nobody.
CREATE TABLE message_mentions (
  message_id      uuid NOT NULL REFERENCES messages,
  user_id         text NOT NULL,
  room_id         uuid NOT NULL,
  sequence_number bigint NOT NULL,
  sender_id       text NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (message_id, user_id)
);
-- Counts what others wrote and is unread, room by room.
CREATE INDEX message_mentions_room ON message_mentions (user_id, room_id, sequence_number) WHERE sender_id <> user_id;
-- Lists, newest first, over all rooms.
CREATE INDEX message_mentions_newest ON message_mentions (user_id, created_at, message_id);

-- Names of people, for finding "@name": from their tokens, else from the directory.
-- display_name is null for those whom the directory does not know; they are asked for again some time after asked_at.
CREATE TABLE people (
  user_id      text PRIMARY KEY,
  display_name text,
  asked_at     timestamptz NOT NULL
);
