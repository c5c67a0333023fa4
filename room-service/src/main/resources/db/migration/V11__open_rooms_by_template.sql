-- The room an alarm belongs in.
create index concurrently rooms_open_by_template on rooms (template_id, location) where deleted_at is null and status = 'ACTIVE';
