-- Incidents that wait for a response, those that have waited longest first.
create index concurrently rooms_waiting on rooms ((coalesce(called_again_at, created_at)))
where (first_response_at is null or called_again_at is not null)
  and deleted_at is null and status = 'ACTIVE';
