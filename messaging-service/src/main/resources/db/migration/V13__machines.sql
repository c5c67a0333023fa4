-- What the room was made from: by it a machine may write in rooms it was never told of. Null for none, and in rooms
-- that have not changed since before it was told.
ALTER TABLE incident_rooms ADD COLUMN template_id uuid;
