import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconChevronDown, IconEqual } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './badges.module.css'
import type { Severity } from './room'

/** A shape for each, because not everyone can tell the colours apart. */
const icons = {
  critical: IconAlertOctagonFilled,
  high: IconAlertTriangleFilled,
  medium: IconEqual,
  low: IconChevronDown,
} satisfies Record<Severity, unknown>

export function SeverityBadge({ severity }: { severity: Severity }) {
  const { t } = useTranslation()
  const Icon = icons[severity]
  return (
    <span className={classes.badge} data-severity={severity}>
      <Icon size={14} aria-hidden />
      {t(`severity.${severity}`)}
    </span>
  )
}
