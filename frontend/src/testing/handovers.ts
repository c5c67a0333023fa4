import type { Handover } from '../features/handover/handover'

export const aHandover = (id: string, fields: Partial<Handover> = {}): Handover => ({
  handover_id: id,
  location: 'Line 3',
  shift: 'Night',
  since: '2026-11-22T00:00:00.000Z',
  made_at: '2026-11-22T12:00:00.000Z',
  made_by: null,
  made_by_name: null,
  note: null,
  due_at: '2026-11-22T12:30:00.000Z',
  overdue: false,
  acknowledgements: [],
  room_count: 2,
  message_count: 4,
  open_action_count: 1,
  out_of_bounds_count: 0,
  rooms_left_out: 0,
  ...fields,
})
