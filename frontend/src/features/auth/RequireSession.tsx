import { Button, Center } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation } from 'react-router'
import { StateMessage } from '../../shared/StateMessage'
import { Waiting } from '../../shared/Waiting'
import { session, useSession } from './currentSession'
import { signInPath } from './returnPath'
import type { SignedOutReason } from './session'

export function RequireSession() {
  const { t } = useTranslation()
  const location = useLocation()
  const state = useSession()
  switch (state.status) {
    case 'restoring':
      return <Waiting />
    case 'unreachable':
      return (
        <Center h="100%">
          <StateMessage
            alert
            icon={<IconPlugConnectedX size={30} />}
            title={t('session.unreachableTitle')}
            text={t('session.unreachableText')}
            action={<Button onClick={() => void session.restore()}>{t('app.tryAgain')}</Button>}
          />
        </Center>
      )
    case 'signed_out':
      return <Navigate to={handsOver(state.why) ? '/sign-in' : signInPath(location)} replace />
    case 'signed_in':
      return <Outlet />
  }
}

/** The tablet goes to another person, who is not to be led to the page this one was on. */
function handsOver(why: SignedOutReason): boolean {
  return why === 'left' || why === 'other_user'
}
