import type { Room } from '../rooms/room'

export interface Allowed {
  /** Title, type, severity, location, description and summary. */
  edit: boolean
  resolve: boolean
  reopen: boolean
  archive: boolean
  /** Add and remove people, change their roles, hand ownership over. */
  manageMembers: boolean
  tick: boolean
  leave: boolean
  delete: boolean
  /** Take the sealed dossier. */
  seal: boolean
}

/** What one may do with a room. The server decides all the same; this is what is worth offering. */
export function allowedIn({ status, my_role: role }: Pick<Room, 'status' | 'my_role'>, isMember: boolean): Allowed {
  const managing = role === 'OWNER' || role === 'ADMIN'
  const writable = status !== 'archived'
  return {
    edit: managing && writable,
    resolve: managing && status === 'active',
    reopen: managing && status === 'resolved',
    archive: managing && status === 'resolved',
    manageMembers: managing && writable,
    tick: writable && (managing || role === 'EDITOR'),
    leave: isMember && writable,
    delete: managing,
    seal: managing,
  }
}
