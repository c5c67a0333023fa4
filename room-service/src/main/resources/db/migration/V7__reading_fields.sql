-- The readings a template expects, and each room's own copy of them.
alter table room_templates add column fields json not null default '[]';
alter table rooms add column fields json not null default '[]';
