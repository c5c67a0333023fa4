import type { Role } from '../../realtime/frames'
import type { Status } from '../rooms/room'

export type Writing = 'allowed' | 'viewer' | 'archived' | 'unknown'

/** Whether one may post here. `role` is null as long as nobody has said. The server decides all the same. */
export function writingIn(status: Status, role: Role | null): Writing {
  if (status === 'archived') return 'archived'
  switch (role) {
    case 'OWNER':
    case 'EDITOR':
    case 'ADMIN':
      return 'allowed'
    case 'VIEWER':
      return 'viewer'
    case null:
      return 'unknown'
  }
}
