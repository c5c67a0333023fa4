import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { useNameOf } from './names'
import classes from './Message.module.css'

/** More faces than these say nothing more. */
const FACES = 4

/** Those whose reading has come exactly to here. */
export function ReadBy({ userIds }: { userIds: readonly string[] }) {
  const { t, i18n } = useTranslation()
  const nameOf = useNameOf()
  const names = userIds.map((userId) => nameOf(userId) ?? userId)
  const label = t('message.readBy', { names: new Intl.ListFormat(i18n.language).format(names) })
  return (
    <span className={classes.readBy} role="img" aria-label={label} title={label}>
      {userIds.slice(0, FACES).map((userId, index) => (
        <PersonAvatar key={userId} id={userId} name={names[index] ?? userId} size={20} />
      ))}
      {userIds.length > FACES && `+${userIds.length - FACES}`}
    </span>
  )
}
