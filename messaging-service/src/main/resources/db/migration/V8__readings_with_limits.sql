-- Where a room is, and the readings it expects (null: none), as incident.rooms.v1 has them.
ALTER TABLE incident_rooms ADD COLUMN location text, ADD COLUMN fields json;

-- What a structured message, or an edit of one, said beyond what its room expected when it was committed: JSON; null for nothing.
ALTER TABLE messages ADD COLUMN findings text;
ALTER TABLE message_changes ADD COLUMN findings text;

-- The limit that a number passed, and which: 'low' or 'high'; null within limits.
ALTER TABLE incident_readings ADD COLUMN bound text, ADD COLUMN limit_value numeric, ADD COLUMN unit text;
