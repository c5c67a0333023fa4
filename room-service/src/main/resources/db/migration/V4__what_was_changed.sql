-- What the activity log shows, without a look into the event, which carries the whole room. Null in
-- rows from before: they are read from the event, rather than all written anew at one start.
alter table room_changes add column change json;
