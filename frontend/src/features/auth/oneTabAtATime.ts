/**
 * Does something in one tab of this browser at a time. Tabs that wake up together would otherwise all present the
 * cookie of before, and the last of them so late that the server takes it for stolen. Over plain HTTP there are no
 * locks; there the server's own patience with parallel tabs has to do.
 *
 * @param patienceMs rejects with a DOMException when the other tabs take longer than this
 */
export function oneTabAtATime<T>(name: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as Partial<Navigator>
  if (locks === undefined) return work()
  return locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, work)
}
