import { useMemo } from 'react'
import { useUser } from '../auth/currentSession'
import { useNameOf } from './names'
import { piecesOf } from './richText'
import classes from './MessageText.module.css'

interface Props {
  text: string
  mentions: readonly string[] | null | undefined
}

/** Text with its links, code and mentions; everything is set as text, so nothing in it can become markup. */
export function MessageText({ text, mentions }: Props) {
  const me = useUser()
  const nameOf = useNameOf()
  const pieces = useMemo(() => {
    const namesOf = (userId: string) => [userId, userId.replace(/@.*/, ''), nameOf(userId) ?? '']
    const named = (mentions ?? []).flatMap(namesOf).filter((name) => name !== '')
    return piecesOf(text, named, [...namesOf(me.user_id), me.display_name])
  }, [text, mentions, me, nameOf])
  return (
    <div className={classes.text} dir="auto">
      {pieces.map((piece, index) => {
        switch (piece.kind) {
          case 'text':
            return <span key={index}>{piece.text}</span>
          case 'code':
            return <code key={index}>{piece.text}</code>
          case 'block':
            return (
              <pre key={index} tabIndex={0}>
                <code>{piece.text}</code>
              </pre>
            )
          case 'link':
            return (
              <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer">
                {piece.text}
              </a>
            )
          case 'mention':
            return (
              <mark key={index} className={classes.mention} data-me={piece.me || undefined}>
                {piece.text}
              </mark>
            )
        }
      })}
    </div>
  )
}
