-- What a handover tells of a room besides its messages, as incident.rooms.v1 has it; open_items: what of its checklist is
-- to be done, null for nothing. Null in rooms that have not changed since before it was told.
ALTER TABLE incident_rooms ADD COLUMN severity text, ADD COLUMN opened_at timestamptz, ADD COLUMN open_items json;

-- One row. done_until: shift changes up to then have had their handovers, or need none; its lock lets one pod make them.
CREATE TABLE handover_schedule (
  only_one                   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  time_zone                  text NOT NULL,
  shifts                     json NOT NULL,
  acknowledge_within_minutes integer NOT NULL,
  version                    bigint NOT NULL,
  updated_by                 text,
  updated_at                 timestamptz,
  done_until                 timestamptz NOT NULL
);
INSERT INTO handover_schedule (time_zone, shifts, acknowledge_within_minutes, version, done_until)
VALUES ('Asia/Taipei', '[]', 30, 1, now());

-- shift, shift_change_at: null on demand; made_by, made_by_name, note: null otherwise.
-- acknowledged_at: the first time.
CREATE TABLE handovers (
  handover_id     uuid PRIMARY KEY,
  line            text NOT NULL,
  location        text,
  shift           text,
  shift_change_at timestamptz,
  since           timestamptz NOT NULL,
  made_at         timestamptz NOT NULL,
  due_at          timestamptz NOT NULL,
  made_by         text,
  made_by_name    text,
  note            text,
  rooms_left_out  integer NOT NULL,
  acknowledged_at timestamptz,
  CONSTRAINT handovers_once UNIQUE (line, shift_change_at)
);
CREATE INDEX handovers_newest ON handovers (made_at, handover_id);
CREATE INDEX handovers_waiting ON handovers (made_at) WHERE acknowledged_at IS NULL;

-- The digest of each room as it was then; the numbers stand beside it for lists.
CREATE TABLE handover_rooms (
  handover_id   uuid NOT NULL REFERENCES handovers,
  room_id       uuid NOT NULL REFERENCES incident_rooms,
  position      integer NOT NULL,
  messages      bigint NOT NULL,
  open_actions  bigint NOT NULL,
  out_of_bounds bigint NOT NULL,
  digest        json NOT NULL,
  PRIMARY KEY (handover_id, room_id)
);
CREATE INDEX handover_rooms_room ON handover_rooms (room_id);

CREATE TABLE handover_acknowledgements (
  handover_id     uuid NOT NULL REFERENCES handovers,
  user_id         text NOT NULL,
  name            text NOT NULL,
  acknowledged_at timestamptz NOT NULL,
  PRIMARY KEY (handover_id, user_id)
);
