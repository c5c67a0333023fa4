import { useMemo } from 'react'
import classes from './Search.module.css'

/**
 * A fragment of a message in which the server has marked what was found. Whatever markup the text holds, only `<mark>`
 * is taken from it, and all else as plain text.
 */
export function Highlight({ html }: { html: string }) {
  const pieces = useMemo(() => {
    // A document made this way loads nothing and runs nothing.
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    return [...body.childNodes].map((node) => ({ marked: node.nodeName === 'MARK', text: node.textContent ?? '' }))
  }, [html])
  return (
    <p className={classes.highlight} dir="auto">
      {pieces.map(({ marked, text }, index) =>
        marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </p>
  )
}
