create table files (
  file_id      uuid primary key,
  room_id      uuid        not null,
  file_name    text        not null,
  content_type text        not null,
  kind         text        not null,
  size         bigint      not null,
  sha256       text        not null,
  width        int,
  height       int,
  description  text,
  uploaded_by  text        not null,
  uploaded_at  timestamptz not null,
  deleted_at   timestamptz,
  -- Null until Kafka has acknowledged the upload's event.
  published_at timestamptz
);

create index files_by_room on files (room_id, uploaded_at, file_id) where deleted_at is null;
create index files_unpublished on files (uploaded_at) where published_at is null;

-- What this service knows of rooms: a projection of incident.rooms.v1.
create table known_rooms (
  room_id  uuid primary key,
  version  bigint  not null,
  archived boolean not null,
  deleted  boolean not null
);

create table known_members (
  room_id uuid not null references known_rooms,
  user_id text not null,
  role    text not null,
  primary key (room_id, user_id)
);
