-- What users are told of. Nobody is told twice of one event; when a mail is due is null once that is settled.
create table notifications (
  -- In order of time, so that a list goes along it and "read" is everything up to one.
  notification_id uuid primary key,
  user_id         text        not null,
  event_id        uuid        not null,
  kind            text        not null,
  room_id         uuid        not null references rooms,
  message_id      uuid,
  sequence_number bigint,
  actor_id        text,
  actor_name      text,
  excerpt         text,
  details         json        not null,
  created_at      timestamptz not null,
  read_at         timestamptz,
  in_feed         boolean     not null,
  mail_due_at     timestamptz,
  mail_attempts   int         not null default 0,
  unique (user_id, event_id)
);

create index notifications_of_user on notifications (user_id, notification_id) where in_feed;
create index notifications_unread on notifications (user_id, notification_id) where in_feed and read_at is null;
create index notifications_of_message on notifications (message_id) where message_id is not null;
create index notifications_by_time on notifications (created_at);
create index notifications_mail on notifications (mail_due_at) where mail_due_at is not null;

-- Messages that were deleted: their mentions may come later, over another topic.
create table withdrawn_messages (
  message_id   uuid primary key,
  withdrawn_at timestamptz not null
);
create index withdrawn_messages_by_time on withdrawn_messages (withdrawn_at);

create table notification_settings (
  user_id    text primary key,
  settings   json        not null,
  updated_at timestamptz not null
);

-- Incidents of which it was told that nobody responds: once each.
create table room_escalations (
  room_id      uuid primary key references rooms,
  escalated_at timestamptz not null
);
