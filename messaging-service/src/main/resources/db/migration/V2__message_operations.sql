-- created_at never goes back within a room, so that paging by time and by number agree.
ALTER TABLE room_sequences ADD COLUMN last_event_at timestamptz;

-- Messages of type system: what happened to the room at one of its versions, once.
ALTER TABLE messages ADD COLUMN room_version bigint;
CREATE UNIQUE INDEX messages_room_version ON messages (room_id, room_version) WHERE room_version IS NOT NULL;

-- What was done to messages: the audit log, and together with the messages the replay.
-- sequence_number is null where nothing was changed: the row remembers the client's id, so that a retry gets its first answer.
CREATE TABLE message_changes (
  change_id         uuid PRIMARY KEY,
  room_id           uuid NOT NULL REFERENCES incident_rooms,
  sequence_number   bigint,
  message_id        uuid NOT NULL REFERENCES messages,
  kind              text NOT NULL,
  user_id           text NOT NULL,
  content           text,
  mentions          text[],
  previous_content  text,
  previous_mentions text[],
  emoji             text,
  reactions         text,
  client_msg_id     uuid,
  created_at        timestamptz NOT NULL,
  CONSTRAINT message_changes_number UNIQUE (room_id, sequence_number),
  CONSTRAINT message_changes_retry UNIQUE (room_id, user_id, client_msg_id)
);
CREATE INDEX message_changes_message ON message_changes (message_id, sequence_number);

CREATE TABLE message_reactions (
  message_id      uuid NOT NULL REFERENCES messages,
  emoji           text NOT NULL,
  user_id         text NOT NULL,
  sequence_number bigint NOT NULL,
  PRIMARY KEY (message_id, emoji, user_id)
);
