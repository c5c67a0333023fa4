-- Where alarms open rooms from a template: names of locations, or beginnings of such with a * after them.
alter table room_templates add column alarm_locations text[] not null default '{}';

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
