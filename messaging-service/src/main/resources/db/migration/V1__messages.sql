-- The rooms of room-service, as far as messaging needs them: fed by incident.rooms.v1, guarded by version.
-- version 0: known to exist (asked of its owner), the event has not arrived yet.
CREATE TABLE incident_rooms (
  room_id    uuid PRIMARY KEY,
  title      text NOT NULL,
  status     text NOT NULL,
  version    bigint NOT NULL,
  deleted_at timestamptz
);

CREATE TABLE room_members (
  room_id uuid NOT NULL REFERENCES incident_rooms ON DELETE CASCADE,
  user_id text NOT NULL,
  role    text NOT NULL,
  PRIMARY KEY (room_id, user_id)
);
CREATE INDEX room_members_user ON room_members (user_id);

-- The room's counter and Kafka watermark, apart from incident_rooms because it changes with every commit.
-- unpublished_since: when last_sequence first ran ahead of the watermark, or the watermark last moved while behind.
-- It alone is indexed and rarely changes, so most updates of this table stay heap-only (hence the fill factor).
CREATE TABLE room_sequences (
  room_id            uuid PRIMARY KEY REFERENCES incident_rooms ON DELETE CASCADE,
  last_sequence      bigint NOT NULL DEFAULT 0,
  published_sequence bigint NOT NULL DEFAULT 0,
  unpublished_since  timestamptz,
  CHECK (published_sequence <= last_sequence)
) WITH (fillfactor = 50);
CREATE INDEX room_sequences_unpublished ON room_sequences (unpublished_since) WHERE unpublished_since IS NOT NULL;

CREATE TABLE messages (
  message_id      uuid PRIMARY KEY,
  room_id         uuid NOT NULL REFERENCES incident_rooms,
  sequence_number bigint NOT NULL,
  sender_id       text NOT NULL,
  sender_name     text NOT NULL,
  message_type    text NOT NULL,
  content         text,
  mentions        text[] NOT NULL,
  file_id         uuid,
  reply_to        uuid,
  client_msg_id   uuid,
  created_at      timestamptz NOT NULL,
  edited_at       timestamptz,
  deleted_at      timestamptz,
  CONSTRAINT messages_number UNIQUE (room_id, sequence_number),
  CONSTRAINT messages_retry UNIQUE (room_id, sender_id, client_msg_id)
);
CREATE INDEX messages_time ON messages (room_id, created_at);
