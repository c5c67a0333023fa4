import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { StateMessage } from '../../shared/StateMessage'
import { isAdmin, useUser } from '../auth/currentSession'

/** The server refuses others anyway; this says so before they fill in a form. */
export function RequireAdmin() {
  const { t } = useTranslation()
  const me = useUser()
  if (isAdmin(me)) return <Outlet />
  return <StateMessage icon={<IconLock size={30} />} title={t('admin.onlyTitle')} text={t('admin.onlyText')} />
}
