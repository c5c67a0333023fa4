import { Button, Text } from '@mantine/core'
import { IconBellRinging } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { askPermission, browserPermission } from './browserNotices'

const TEXTS = {
  granted: 'notifications.browserOn',
  denied: 'notifications.browserDenied',
  unsupported: 'notifications.browserUnsupported',
} as const

/** Whether the browser itself may tell while the app is open. */
export function BrowserCard() {
  const { t } = useTranslation()
  const [permission, setPermission] = useState(browserPermission)
  return (
    <Card title={t('notifications.browser')}>
      <Text c="dimmed">{t('notifications.browserHint')}</Text>
      {permission === 'default' ? (
        <Button
          variant="light"
          mt="sm"
          leftSection={<IconBellRinging size={18} />}
          onClick={() => void askPermission().then(setPermission)}
        >
          {t('notifications.allow')}
        </Button>
      ) : (
        <Text mt="sm">{t(TEXTS[permission])}</Text>
      )}
    </Card>
  )
}
