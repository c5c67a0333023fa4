-- For operators, when Kafka or somebody's copy of the rooms was lost: the last state of every room is published again,
-- and every change since then. May be called while the service runs, and as often as one likes.
create procedure republish(since timestamptz) language plpgsql as $$
declare
  room uuid;
begin
  for room in select room_id from rooms loop
    update rooms r
    set published_version = least(r.published_version, r.version - 1, (
      select min(c.version) - 1 from room_changes c where c.room_id = room and c.changed_at >= since))
    where r.room_id = room;
    -- Who changes a room waits for this one room at most.
    commit;
  end loop;
end
$$;
