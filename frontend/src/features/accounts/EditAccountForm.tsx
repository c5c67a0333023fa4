import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ApiProblem } from '../../shared/api/problem'
import type { ServiceAccount } from './account'
import { changesIn, draftOf, isSame } from './accountDraft'
import { AccountForm } from './AccountForm'
import { useUpdateAccount } from './accountQueries'

/** Changes an account, which others may change meanwhile. */
export function EditAccountForm({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const update = useUpdateAccount(account.client_id)
  const [opened] = useState(account)
  const outdated = update.error instanceof ApiProblem && update.error.code === 'version_conflict'
  // A new secret counts as a version too; only a change of what stands in the form must be told before it is overwritten.
  const base = outdated || isSame(draftOf(account), draftOf(opened)) ? account : opened
  return (
    <AccountForm
      initial={draftOf(opened)}
      hint={t('accounts.saveHint')}
      action={outdated ? t('templates.saveAnyway') : t('app.save')}
      failure={update.error}
      outdated={outdated ? t('accounts.outdated') : undefined}
      onSubmit={async (draft) => {
        await update.mutateAsync({ ...changesIn(draft, draftOf(base)), version: base.version })
        await navigate('/admin/service-accounts')
      }}
    />
  )
}
