-- Incidents that nobody has responded to.
create index concurrently rooms_unanswered on rooms (created_at) where first_response_at is null and deleted_at is null;
