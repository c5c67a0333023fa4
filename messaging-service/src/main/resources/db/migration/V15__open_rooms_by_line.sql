-- Open rooms by their line: the location, however it was typed. Alone in its file: what is made while people write is made
-- outside a transaction.
CREATE INDEX CONCURRENTLY incident_rooms_open ON incident_rooms (coalesce(lower(normalize(btrim(location), nfkc)), ''))
  WHERE status = 'active' AND deleted_at IS NULL;
