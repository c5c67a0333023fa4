import { IconArchive, IconCircleCheckFilled, IconProgress } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './badges.module.css'
import type { Status } from './room'

const icons = {
  active: IconProgress,
  resolved: IconCircleCheckFilled,
  archived: IconArchive,
} satisfies Record<Status, unknown>

export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation()
  const Icon = icons[status]
  return (
    <span className={classes.badge} data-status={status}>
      <Icon size={14} aria-hidden />
      {t(`status.${status}`)}
    </span>
  )
}
