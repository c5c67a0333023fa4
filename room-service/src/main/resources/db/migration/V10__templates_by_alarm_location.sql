-- The templates of an alarm. Alone in its file: what is made while people write is made outside a transaction.
create index concurrently room_templates_by_alarm_location on room_templates using gin (alarm_locations);
