-- The browsers that show notifications while no page of ours is open. One belongs to whoever registered it last: a tablet is handed on.
create table push_subscriptions (
  subscription_id uuid primary key,
  endpoint        text        not null unique,
  user_id         text        not null,
  -- With which it ends.
  session_id      text,
  p256dh          bytea       not null,
  auth            bytea       not null,
  language        text,
  registered_at   timestamptz not null,
  expires_at      timestamptz
);
create index push_subscriptions_of_user on push_subscriptions (user_id, registered_at);
create index push_subscriptions_of_session on push_subscriptions (session_id);
create index push_subscriptions_by_time on push_subscriptions (registered_at);

-- What is still to be sent, to each browser by itself. What is withdrawn, or has nowhere to go any more, is gone from here with it.
create table push_deliveries (
  notification_id uuid        not null references notifications on delete cascade,
  subscription_id uuid        not null references push_subscriptions on delete cascade,
  due_at          timestamptz not null,
  expires_at      timestamptz not null,
  attempts        int         not null default 0,
  primary key (notification_id, subscription_id)
);
create index push_deliveries_of_subscription on push_deliveries (subscription_id);
create index push_deliveries_due on push_deliveries (due_at);
