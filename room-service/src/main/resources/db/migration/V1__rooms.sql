create table rooms (
  room_id           uuid primary key,
  title             text        not null,
  incident_type     text        not null,
  severity          text        not null,
  status            text        not null,
  location          text,
  description       text,
  created_by        text        not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  last_activity_at  timestamptz not null,
  resolved_at       timestamptz,
  resolution_notes  text,
  archived_at       timestamptz,
  deleted_at        timestamptz,
  member_count      int         not null,
  version           bigint      not null,
  -- Every change up to this version is known to be on Kafka.
  published_version bigint      not null default 0
);

create index rooms_by_activity on rooms (last_activity_at, room_id) where deleted_at is null;
create index rooms_by_creation on rooms (created_at, room_id) where deleted_at is null;
create index rooms_by_update on rooms (updated_at, room_id) where deleted_at is null;
create index rooms_by_status on rooms (status, severity, last_activity_at) where deleted_at is null;
create index rooms_unpublished on rooms (room_id) where published_version < version;

create table room_members (
  room_id   uuid        not null references rooms,
  user_id   text        not null,
  role      text        not null,
  joined_at timestamptz not null,
  primary key (room_id, user_id)
);

create index room_members_by_user on room_members (user_id, room_id);

-- One row a change: what is still to be published, and for ever who changed what.
create table room_changes (
  room_id    uuid        not null references rooms,
  version    bigint      not null,
  type       text        not null,
  changed_by text        not null,
  changed_at timestamptz not null,
  -- json, not jsonb: it keeps the very text that went to Kafka.
  event      json        not null,
  primary key (room_id, version)
);
