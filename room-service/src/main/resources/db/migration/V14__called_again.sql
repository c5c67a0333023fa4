-- An incident that was reopened, or became worse, waits for a response anew: since when, and who
-- knows of it, having done it. Null once somebody else has responded.
alter table rooms
  add column called_again_at timestamptz,
  add column called_again_by text;
