import * as v from 'valibot'

const Ask = v.object({ ask: v.literal('tells') })

/** Tells the service worker, when it asks, that this page tells of what happens by itself. Gives what undoes it. */
export function answerWorker(): () => void {
  const { serviceWorker } = navigator as Partial<Navigator>
  const answer = ({ data, ports }: MessageEvent<unknown>) => {
    if (v.is(Ask, data)) ports[0]?.postMessage('yes')
  }
  serviceWorker?.addEventListener('message', answer)
  return () => serviceWorker?.removeEventListener('message', answer)
}
