import { IconRobotOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AdminItem } from '../admin/AdminItem'
import { useAccounts } from './accountQueries'
import classes from './Accounts.module.css'
import { CredentialsCard } from './CredentialsCard'
import { EditAccountForm } from './EditAccountForm'
import { NewAccountForm } from './NewAccountForm'
import { RevokeCard } from './RevokeCard'

/** One service account: `/admin/service-accounts/new`, or an id in the place of `new`. */
export function AccountPage() {
  const { t } = useTranslation()
  const { clientId = 'new' } = useParams()
  return (
    <AdminItem
      id={clientId}
      list={useAccounts()}
      idOf={({ client_id: id }) => id}
      above={{ to: '/admin/service-accounts', text: t('accounts.title') }}
      add={t('accounts.new')}
      failed={t('accounts.failed')}
      icon={<IconRobotOff size={30} />}
      gone={t('problems.service_account_not_found')}
    >
      {(account) =>
        account === null ? (
          <NewAccountForm />
        ) : (
          <div key={clientId} className={classes.page}>
            <EditAccountForm account={account} />
            <CredentialsCard account={account} />
            <RevokeCard account={account} />
          </div>
        )
      }
    </AdminItem>
  )
}
