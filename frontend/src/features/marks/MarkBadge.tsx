import { useTranslation } from 'react-i18next'
import type { Mark } from '../../realtime/marks'
import { markIcons } from './markIcons'
import classes from './Marks.module.css'

/** What a message matters as, at a glance. */
export function MarkBadge({ mark }: { mark: Mark }) {
  const { t } = useTranslation()
  const Icon = markIcons[mark]
  return (
    <span className={classes.badge} data-mark={mark}>
      <Icon size={16} aria-hidden />
      {t(`marks.kinds.${mark}`)}
    </span>
  )
}
