import { useTranslation } from 'react-i18next'
import { useNameOf } from './names'
import classes from './TypingLine.module.css'

/** More names than these would not be read before they change. */
const NAMED = 3

export function TypingLine({ userIds }: { userIds: readonly string[] }) {
  const { t, i18n } = useTranslation()
  const nameOf = useNameOf()
  const names = userIds.slice(0, NAMED).map((userId) => nameOf(userId) ?? userId)
  const others = userIds.length - names.length
  if (others > 0) names.push(t('room.others', { count: others }))
  return (
    <div className={classes.typing} role="status" aria-label={t('room.typingLabel')}>
      {userIds.length > 0 && (
        <>
          <span className={classes.dots} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {t('room.typing', { count: userIds.length, names: new Intl.ListFormat(i18n.language).format(names) })}
        </>
      )}
    </div>
  )
}
