create table room_templates (
  template_id   uuid primary key,
  name          text        not null,
  incident_type text        not null,
  severity      text        not null,
  title         text,
  description   text,
  members       json        not null,
  checklist     json        not null,
  created_by    text        not null,
  updated_at    timestamptz not null,
  version       bigint      not null
);

create table room_checklist_items (
  room_id  uuid not null references rooms,
  item_id  uuid not null,
  position int  not null,
  text     text not null,
  done_by  text,
  done_at  timestamptz,
  primary key (room_id, item_id)
);

alter table rooms
  add column template_id uuid,
  add column first_response_at timestamptz,
  add column reopened_at timestamptz,
  -- What the list's q looks in: full-width and half-width forms alike, and without regard to case.
  add column search_text text not null generated always as (
    lower(normalize(title || E'\n' || coalesce(location, '') || E'\n' || coalesce(description, ''), nfkc))
  ) stored;

update rooms r
set first_response_at = c.answered_at
from (
  select c.room_id, min(c.changed_at) as answered_at
  from room_changes c join rooms o on o.room_id = c.room_id
  where c.changed_by <> o.created_by
  group by c.room_id
) c
where c.room_id = r.room_id;

-- A user's own rooms and roles, without a look at the table.
create index room_members_of_user on room_members (user_id, room_id) include (role);
drop index room_members_by_user;

-- Where a room stood in the lists before it moved, so that who turns pages goes on in the list as
-- it was on the first one. Kept for as long as a cursor is good; not worth a disk flush.
create unlogged table room_moves (
  move_id         bigint generated always as identity primary key,
  room_id         uuid        not null,
  moved_by        xid8        not null default pg_current_xact_id(),
  moved_at        timestamptz not null default now(),
  activity_before timestamptz not null,
  update_before   timestamptz not null
);

create index room_moves_by_transaction on room_moves (moved_by);
create index room_moves_by_time on room_moves (moved_at);

create function remember_room_move() returns trigger language plpgsql as $$
begin
  insert into room_moves (room_id, activity_before, update_before)
  values (old.room_id, old.last_activity_at, old.updated_at);
  return null;
end
$$;

-- A trigger, because nothing that moves a room may forget it.
create trigger room_moved
after update on rooms
for each row
when (old.last_activity_at <> new.last_activity_at or old.updated_at <> new.updated_at)
execute function remember_room_move();
