-- A page of a user's own list looks up what moved among the user's rooms since the first page.
create index room_moves_of_room on room_moves (room_id, moved_by, move_id);
