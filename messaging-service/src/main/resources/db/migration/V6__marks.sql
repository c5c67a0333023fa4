-- What messages matter as, and who said so; one mark a message. A deleted message has none.
ALTER TABLE messages ADD COLUMN mark text, ADD COLUMN marked_by text;
CREATE INDEX messages_marked ON messages (room_id, sequence_number) WHERE mark IS NOT NULL;
