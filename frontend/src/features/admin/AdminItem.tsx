import { Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureMessage } from '../../shared/FailureMessage'
import { Page } from '../../shared/Page'
import { StateMessage } from '../../shared/StateMessage'

interface Props<Item> {
  /** Its id; `new` for one that is not there yet. */
  id: string
  list: UseQueryResult<Item[]>
  idOf: (item: Item) => string
  /** The list's page. */
  above: { to: string; text: string }
  /** The title for a new one. */
  add: string
  failed: string
  icon: ReactNode
  gone: string
  children: (item: Item | null) => ReactNode
}

/** The page of one of the things that admins look after, or of a new one: null. */
export function AdminItem<Item extends { name: string }>({ id, list, idOf, above, children, ...says }: Props<Item>) {
  const { t } = useTranslation()
  const item = list.data?.find((each) => idOf(each) === id) ?? null
  const content = () => {
    if (id === 'new' || item !== null) return children(item)
    if (list.isPending) return <Skeleton height={300} role="status" aria-label={t('app.loading')} />
    if (!list.isError) return <StateMessage alert icon={says.icon} title={t('app.notFoundTitle')} text={says.gone} />
    return <FailureMessage title={says.failed} failure={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <Page title={item?.name ?? (id === 'new' ? says.add : above.text)} above={[above]}>
      {content()}
    </Page>
  )
}
