/** How long the tab can be loaded anew, before its bytes are let go. */
const KEPT_MS = 10 * 60_000

/**
 * Shows a report in a tab of its own; false if the browser would not open one. The page may run nothing: it says so
 * itself, and what comes from a blob URL is bound by this site's policy besides.
 */
export function openPage(page: Blob): boolean {
  const url = URL.createObjectURL(page)
  const tab = window.open(url, '_blank')
  if (tab === null) {
    URL.revokeObjectURL(url)
    return false
  }
  tab.opener = null
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, KEPT_MS)
  return true
}
