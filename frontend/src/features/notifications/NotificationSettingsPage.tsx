import { Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureMessage } from '../../shared/FailureMessage'
import { Page } from '../../shared/Page'
import { DeviceCard } from '../push/DeviceCard'
import { BrowserCard } from './BrowserCard'
import { useNotificationSettings } from './settings'
import { SettingsForm } from './SettingsForm'

/** How one wants to be told. */
export function NotificationSettingsPage() {
  const { t } = useTranslation()
  const settings = useNotificationSettings()
  return (
    <Page title={t('notifications.settings')}>
      {settings.isPending && <Skeleton height={320} role="status" aria-label={t('app.loading')} />}
      {settings.isError && (
        <FailureMessage
          title={t('notifications.failed')}
          failure={settings.error}
          onRetry={() => void settings.refetch()}
        />
      )}
      <Stack>
        {settings.isSuccess && <SettingsForm stored={settings.data} />}
        {settings.data?.push_available === true ? <DeviceCard /> : <BrowserCard />}
      </Stack>
    </Page>
  )
}
