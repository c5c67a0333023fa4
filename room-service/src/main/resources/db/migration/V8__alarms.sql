-- Where alarms open rooms from a template: names of locations, or beginnings of such with a * after them.
alter table room_templates add column alarm_locations text[] not null default '{}';
create index room_templates_by_alarm_location on room_templates using gin (alarm_locations);

-- The room an alarm belongs in.
create index rooms_open_by_template on rooms (template_id, location) where deleted_at is null and status = 'ACTIVE';

-- Alarms that were heard, so that one that comes again is known.
create table plant_alarms (
  alarm_id   text        primary key,
  -- Null within the transaction that hears it, and where its end came first.
  room_id    uuid        references rooms,
  heard_at   timestamptz not null,
  cleared_at timestamptz,
  -- Its end, where that came first.
  early_end  json
);

create index plant_alarms_by_time on plant_alarms (heard_at);
