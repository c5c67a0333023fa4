import { Badge, Text } from '@mantine/core'
import { IconRobot } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../shared/RelativeTime'
import { AdminList } from '../admin/AdminList'
import { isExpired, type ServiceAccount } from './account'
import { useAccounts } from './accountQueries'

/** The machines that may write, for admins. */
export function AccountsPage() {
  const { t } = useTranslation()
  return (
    <AdminList
      title={t('accounts.title')}
      path="/admin/service-accounts"
      add={t('accounts.new')}
      list={useAccounts()}
      failed={t('accounts.failed')}
      icon={<IconRobot size={30} />}
      emptyTitle={t('accounts.emptyTitle')}
      emptyText={t('accounts.emptyText')}
      idOf={({ client_id: id }) => id}
      detail={(account) => <Detail account={account} />}
      aside={(account) => <Expiry account={account} />}
    />
  )
}

function Detail({ account: { scope, last_used_at: lastUsed } }: { account: ServiceAccount }) {
  const { t } = useTranslation()
  const reach = [
    scope.rooms.length > 0 && t('accounts.rooms', { count: scope.rooms.length }),
    scope.templates.length > 0 && t('accounts.templates', { count: scope.templates.length }),
  ]
  return (
    <>
      {reach.filter(Boolean).join(' · ')} ·{' '}
      {lastUsed === null ? (
        t('accounts.neverUsed')
      ) : (
        <>
          {t('accounts.lastUsed')} <RelativeTime at={lastUsed} />
        </>
      )}
    </>
  )
}

function Expiry({ account }: { account: ServiceAccount }) {
  const { t, i18n } = useTranslation()
  if (account.expires_at === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('accounts.noExpiry')}
      </Text>
    )
  }
  const date = new Date(account.expires_at).toLocaleDateString(i18n.language, { dateStyle: 'medium' })
  return isExpired(account) ? (
    <Badge size="lg" variant="light" color="red" tt="none">
      {t('accounts.expired', { date })}
    </Badge>
  ) : (
    <Text size="sm">{t('accounts.expires', { date })}</Text>
  )
}
