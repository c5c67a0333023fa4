-- What messages of type incident_data hold, as it is now; deleted ones are not here.
CREATE TABLE incident_data (
  room_id         uuid NOT NULL,
  sequence_number bigint NOT NULL,
  message_id      uuid NOT NULL,
  created_at      timestamptz NOT NULL,
  data            jsonb NOT NULL,
  PRIMARY KEY (room_id, sequence_number)
);
-- For equality on any field. Structured messages are few: each is sorted in at once.
CREATE INDEX incident_data_values ON incident_data USING gin (room_id, data jsonb_path_ops) WITH (fastupdate = off);

-- Each number in them by itself, so that a chart reads nothing but the numbers it draws. field: a JSON pointer.
CREATE TABLE incident_readings (
  room_id         uuid NOT NULL,
  field           text NOT NULL,
  measured_at     timestamptz NOT NULL,
  sequence_number bigint NOT NULL,
  value           numeric NOT NULL,
  PRIMARY KEY (room_id, field, measured_at, sequence_number) INCLUDE (value)
);
CREATE INDEX incident_readings_message ON incident_readings (room_id, sequence_number);
