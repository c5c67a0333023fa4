-- For operators, when Kafka was lost: every room's events since then are published again. May be called while the
-- service runs, and as often as one likes.
CREATE PROCEDURE republish(since timestamptz) LANGUAGE plpgsql AS $$
DECLARE
  room record;
BEGIN
  FOR room IN
    SELECT room_id, min(sequence_number) AS first
    FROM (
      SELECT room_id, sequence_number FROM messages WHERE created_at >= since
      UNION ALL
      SELECT room_id, sequence_number FROM message_changes WHERE created_at >= since AND sequence_number IS NOT NULL
    ) event
    GROUP BY room_id
  LOOP
    UPDATE room_sequences
    SET published_sequence = least(published_sequence, room.first - 1),
        unpublished_since = coalesce(unpublished_since, now())
    WHERE room_id = room.room_id;
    -- Who writes to a room waits for this one room at most.
    COMMIT;
  END LOOP;
END
$$;
