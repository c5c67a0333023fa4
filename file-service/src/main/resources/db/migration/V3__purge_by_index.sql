-- Pages are drawn by processes of their own, so no pod dies of a file, and none has to note what it tries.
update objects set preview = null where preview = 'TRYING';

-- What a purge has to look at, so that it need not look at all there is.
alter table objects add let_go boolean not null default false;
update objects o set let_go = true
where not exists (select from files f where f.object_id = o.object_id);
create index objects_let_go on objects (object_id) where let_go;

-- Whether the files of a deleted room have been deleted with it.
alter table known_rooms add emptied boolean not null default false;
drop index known_rooms_deleted;
create index known_rooms_to_empty on known_rooms (deleted_at) where deleted and not emptied;
