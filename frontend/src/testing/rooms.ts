import type { Room } from '../features/rooms/room'
import { OTHER } from './frames'

export function aRoom(fields: Partial<Room> = {}): Room {
  return {
    room_id: '0198f3a0-1111-7000-8000-000000000001',
    title: 'Line 3 oven over temperature',
    incident_type: 'equipment_failure',
    severity: 'critical',
    status: 'active',
    location: 'Line 3',
    description: null,
    created_by: OTHER,
    created_at: '2026-11-22T03:00:00.000Z',
    last_activity_at: null,
    resolved_at: null,
    resolution_notes: null,
    root_cause: null,
    corrective_actions: null,
    preventive_actions: null,
    archived_at: null,
    member_count: 2,
    fields: [],
    my_role: 'EDITOR',
    version: 1,
    ...fields,
  }
}
