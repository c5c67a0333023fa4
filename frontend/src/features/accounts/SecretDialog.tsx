import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../shared/CopyField'
import type { NewSecret } from './account'

/** A new secret, this once; hence it is closed by its button alone, not by a touch beside it. */
export function SecretDialog({ secret, onClose }: { secret: NewSecret; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { name, client_id: id, client_secret: value, previous_valid_until: until } = secret
  const moment = (at: string) => new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      size="xl"
      title={t('accounts.secretOf', { name })}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack gap="md">
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          <Text fw={600}>{t('accounts.onceTitle')}</Text>
          {t('accounts.onceText')}
        </Alert>
        <CopyField label={t('accounts.clientId')} value={id} />
        <CopyField label={t('accounts.secret')} value={value} />
        <Text size="sm" c="dimmed">
          {t('accounts.use')}
        </Text>
        {until !== null && <Text size="sm">{t('accounts.previousUntil', { at: moment(until) })}</Text>}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('accounts.kept')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
