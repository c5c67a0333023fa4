import { IconArchive, IconEye, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ConnectionState } from '../../realtime/LiveSocket'
import type { Writing } from './writing'
import classes from './Composer.module.css'

/** Stands where one would write, and says why one cannot. */
export function NoComposer({ writing, connection }: { writing: Writing; connection: ConnectionState }) {
  const { t } = useTranslation()
  if (connection.kind === 'ended') {
    return (
      <p className={classes.reason}>
        <IconPlugConnectedX size={20} aria-hidden />
        {t(`connection.${connection.reason}`)}
      </p>
    )
  }
  if (writing === 'viewer' || writing === 'archived') {
    const Icon = writing === 'viewer' ? IconEye : IconArchive
    return (
      <p className={classes.reason}>
        <Icon size={20} aria-hidden />
        {t(`composer.${writing}`)}
      </p>
    )
  }
  return null
}
