-- The bytes in the store, once per room however many files have them.
create table objects (
  object_id uuid primary key,
  room_id   uuid        not null,
  sha256    text        not null,
  size      bigint      not null,
  stored_at timestamptz not null,
  -- MADE, or IMPOSSIBLE where there is nothing to show; null until it was tried.
  preview   text,
  unique (room_id, sha256)
);

-- The store's own order of keys, which the sweeper walks beside it.
create unique index objects_by_key on objects (room_id, object_id);

-- Until now every file had an object of its own; of equal ones the sweeper removes all but the first.
insert into objects (object_id, room_id, sha256, size, stored_at)
select distinct on (room_id, sha256) file_id, room_id, sha256, size, uploaded_at
from files order by room_id, sha256, uploaded_at, file_id;

alter table files
  -- Null once the object was purged.
  add object_id            uuid references objects,
  add deleted_by           text,
  -- Null until Kafka has acknowledged the deletion's event.
  add deletion_published_at timestamptz;

update files f set object_id = o.object_id
from objects o where o.room_id = f.room_id and o.sha256 = f.sha256;

-- Whether an object is still needed.
create index files_by_object on files (object_id) where object_id is not null;
create index files_to_purge on files (deleted_at) where deleted_at is not null and object_id is not null;
create index files_deletion_unpublished on files (deleted_at)
  where deleted_at is not null and deletion_published_at is null;

-- What quotas are measured by.
create table room_usage (
  room_id uuid primary key,
  -- Of the files that are not deleted.
  bytes   bigint not null,
  files   bigint not null
);
insert into room_usage
select room_id, sum(size), count(*) from files where deleted_at is null group by room_id;

create table user_usage (
  user_id text,
  day     date,
  -- Of all that was uploaded that day, deleted since or not.
  bytes   bigint not null,
  primary key (user_id, day)
);

alter table known_rooms add deleted_at timestamptz;
update known_rooms set deleted_at = now() where deleted;
create index known_rooms_deleted on known_rooms (deleted_at) where deleted;

-- When a task that one pod does for all is due again.
create table upkeep (
  task   text primary key,
  due_at timestamptz not null
);
