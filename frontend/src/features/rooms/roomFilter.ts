import { type IncidentType, incidentTypes, severities, type Severity, type Status, statuses } from './room'

/** In what order, by the names the address uses; the server's are beside them. */
export const orders = {
  active: '-last_activity_at',
  quiet: 'last_activity_at',
  newest: '-created_at',
  oldest: 'created_at',
} as const
export type Order = keyof typeof orders

/** What to list. An empty list or text asks for nothing. */
export interface RoomFilter {
  status: Status | null
  severities: readonly Severity[]
  types: readonly IncidentType[]
  location: string
  q: string
  /** Also the rooms that one is no member of; the server grants it to admins. */
  everyones: boolean
  order: Order
}

/** Reads the address, and overlooks what it does not know: it may have been typed by hand, or be from a later version. */
export function filterIn(params: URLSearchParams): RoomFilter {
  const chosen = <T extends string>(name: string, known: readonly T[]) => {
    const named = params.getAll(name)
    return known.filter((each) => named.includes(each))
  }
  return {
    status: chosen('status', statuses)[0] ?? null,
    severities: chosen('severity', severities),
    types: chosen('type', incidentTypes),
    location: params.get('location') ?? '',
    q: params.get('q') ?? '',
    everyones: params.get('of') === 'everyone',
    order: chosen('order', Object.keys(orders) as Order[])[0] ?? 'active',
  }
}

/** The address of a filter; what is as at first is left out. */
export function paramsOf(filter: RoomFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.q !== '') params.set('q', filter.q)
  if (filter.location !== '') params.set('location', filter.location)
  if (filter.status !== null) params.set('status', filter.status)
  for (const severity of filter.severities) params.append('severity', severity)
  for (const type of filter.types) params.append('type', type)
  if (filter.everyones) params.set('of', 'everyone')
  if (filter.order !== 'active') params.set('order', filter.order)
  return params
}

/** The same, as the server is asked. */
export function queryOf(filter: RoomFilter) {
  return {
    status: filter.status ?? undefined,
    severity: filter.severities.join(','),
    incident_type: filter.types.join(','),
    location: filter.location,
    q: filter.q,
    mine: filter.everyones ? false : undefined,
    sort: filter.order === 'active' ? undefined : orders[filter.order],
  }
}

/** Whether something is left out of the list; whose rooms and in what order leaves nothing out. */
export function isNarrow(filter: RoomFilter): boolean {
  const { status, severities: grave, types, location, q } = filter
  return status !== null || grave.length + types.length > 0 || location !== '' || q !== ''
}
