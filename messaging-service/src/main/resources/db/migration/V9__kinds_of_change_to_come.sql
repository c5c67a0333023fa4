-- A version that brings a new kind of change writes here what its frame tells besides the room, the number and the message: a JSON object.
-- Pods of the version before, beside it or after a rollback, tell of it by this. Never a text of the message, which may be deleted later.
ALTER TABLE message_changes ADD COLUMN frame_fields text;
