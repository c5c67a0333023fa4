import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { accountOf, BLANK } from './accountDraft'
import { AccountForm } from './AccountForm'
import { useCreateAccount } from './accountQueries'
import { SecretDialog } from './SecretDialog'

/** Makes an account, and shows its secret. */
export function NewAccountForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const create = useCreateAccount()
  return (
    <>
      <AccountForm
        initial={BLANK}
        action={t('accounts.create')}
        failure={create.error}
        onSubmit={(draft) => create.mutateAsync(accountOf(draft))}
      />
      {create.isSuccess && (
        <SecretDialog secret={create.data} onClose={() => void navigate('/admin/service-accounts')} />
      )}
    </>
  )
}
