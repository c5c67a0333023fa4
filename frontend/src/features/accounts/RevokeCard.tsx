import { Alert, Group, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { AskingButton } from '../../shared/AskingButton'
import { Card } from '../../shared/Card'
import { useProblemText } from '../../shared/useProblemText'
import type { ServiceAccount } from './account'
import { useRevokeAccount } from './accountQueries'

export function RevokeCard({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const revoke = useRevokeAccount(account.client_id)
  return (
    <Card title={t('accounts.revoke')}>
      <Text c="dimmed">{t('accounts.revokeText')}</Text>
      {revoke.isError && (
        <Alert color="red" role="alert">
          {problemText(revoke.error)}
        </Alert>
      )}
      <Group>
        <AskingButton
          action={t('accounts.revoke')}
          icon={<IconTrash size={20} aria-hidden />}
          loading={revoke.isPending}
          title={t('accounts.revokeTitle', { name: account.name })}
          text={t('accounts.revokeText')}
          onConfirm={() => {
            revoke.mutate(undefined, { onSuccess: () => void navigate('/admin/service-accounts') })
          }}
        />
      </Group>
    </Card>
  )
}
