import * as v from 'valibot'

/** A path of the app: `//evil.example` and `/\evil.example` are other sites. */
const Open = v.object({ open: v.pipe(v.string(), v.regex(/^\/(?![/\\\s])/)) })

/** Goes where the service worker says when a notification was clicked. */
export function openPushed(goTo: (path: string) => void): void {
  const { serviceWorker } = navigator as Partial<Navigator>
  serviceWorker?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (v.is(Open, data)) goTo(data.open)
  })
}
