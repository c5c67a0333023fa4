import { Alert, Group, NativeSelect, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskingButton } from '../../shared/AskingButton'
import { Card } from '../../shared/Card'
import { CopyField } from '../../shared/CopyField'
import { RelativeTime } from '../../shared/RelativeTime'
import { useProblemText } from '../../shared/useProblemText'
import type { ServiceAccount } from './account'
import { useRotateSecret } from './accountQueries'
import { SecretDialog } from './SecretDialog'

const HOUR_S = 3600
/** How long the secret before may still be good, in seconds: long enough to change a machine over, or not at all. */
const overlaps = { now: 0, hour: HOUR_S, day: 24 * HOUR_S, week: 7 * 24 * HOUR_S }
type Overlap = keyof typeof overlaps

/** What the machine shows to get in, and how to give it another. */
export function CredentialsCard({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const rotate = useRotateSecret(account.client_id)
  const [overlap, setOverlap] = useState<Overlap>('day')
  return (
    <Card title={t('accounts.credentials')}>
      <CopyField label={t('accounts.clientId')} value={account.client_id} />
      <Text size="sm" c="dimmed">
        {t('accounts.madeBy', { who: account.created_by })} <RelativeTime at={account.created_at} />
        {' · '}
        {account.last_used_at === null ? (
          t('accounts.neverUsed')
        ) : (
          <>
            {t('accounts.lastUsed')} <RelativeTime at={account.last_used_at} />
          </>
        )}
      </Text>
      {rotate.isError && (
        <Alert color="red" role="alert">
          {problemText(rotate.error)}
        </Alert>
      )}
      <Group align="flex-end">
        <NativeSelect
          flex="1 1 16rem"
          label={t('accounts.overlap')}
          description={t('accounts.overlapHint')}
          value={overlap}
          data={(Object.keys(overlaps) as Overlap[]).map((value) => ({ value, label: t(`accounts.overlaps.${value}`) }))}
          onChange={(event) => {
            setOverlap(event.currentTarget.value as Overlap)
          }}
        />
        <AskingButton
          action={t('accounts.rotate')}
          icon={<IconKey size={20} aria-hidden />}
          color="petrol"
          loading={rotate.isPending}
          title={t('accounts.rotateTitle', { name: account.name })}
          text={t(overlap === 'now' ? 'accounts.rotateNowText' : 'accounts.rotateText')}
          onConfirm={() => {
            rotate.mutate(overlaps[overlap])
          }}
        />
      </Group>
      {rotate.isSuccess && <SecretDialog secret={rotate.data} onClose={rotate.reset} />}
    </Card>
  )
}
