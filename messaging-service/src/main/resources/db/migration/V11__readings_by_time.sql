-- The newest of a room, over all fields. Alone in its file: what is made while people write is made outside a transaction.
CREATE INDEX CONCURRENTLY incident_readings_time ON incident_readings (room_id, measured_at, sequence_number, field);
