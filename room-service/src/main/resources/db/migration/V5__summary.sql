-- What is learnt from an incident, for its report.
alter table rooms
  add column root_cause text,
  add column corrective_actions text,
  add column preventive_actions text,
  add column downtime_seconds bigint not null default 0;

-- From each start, the room's making or reopening, to the resolution after it. Rooms that were never resolved keep 0.
update rooms r
set downtime_seconds = greatest(0, d.seconds)
from (
  select p.room_id, floor(sum(extract(epoch from p.ended_at - p.started_at)))::bigint as seconds
  from (
    select c.room_id, c.changed_at as ended_at, c.event -> 'change' -> 'to' ->> 'status' as status,
           coalesce(lag(c.changed_at) over (partition by c.room_id order by c.version), o.created_at) as started_at
    from room_changes c join rooms o on o.room_id = c.room_id
    where c.type = 'andon.room.status_changed'
  ) p
  where p.status = 'resolved'
  group by p.room_id
) d
where d.room_id = r.room_id;
