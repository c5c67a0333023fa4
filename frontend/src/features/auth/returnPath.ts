interface Place {
  pathname: string
  search: string
}

export function signInPath({ pathname, search }: Place): string {
  const wanted = pathname + search
  return wanted === '/' || wanted === '/rooms' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`
}

/** The page asked for before signing in. Only ever a path of this site: a link must not lead elsewhere after a login. */
export function returnPath(search: string): string {
  const next = new URLSearchParams(search).get('next')
  if (next === null) return '/rooms'
  const url = urlOf(next)
  const ours = url !== null && url.origin === window.location.origin && next.startsWith('/')
  return ours && url.pathname !== '/sign-in' ? url.pathname + url.search : '/rooms'
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text, window.location.origin)
  } catch {
    return null
  }
}
