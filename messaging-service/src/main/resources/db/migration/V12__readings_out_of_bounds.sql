-- Those out of bounds alone, newest first.
CREATE INDEX CONCURRENTLY incident_readings_out_of_bounds ON incident_readings (room_id, measured_at, sequence_number, field)
  WHERE bound IS NOT NULL;
