import { Button, Skeleton, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FailureMessage } from '../../shared/FailureMessage'
import { Page } from '../../shared/Page'
import { StateMessage } from '../../shared/StateMessage'
import classes from './Admin.module.css'

interface Props<Item> {
  title: string
  /** Of this page; a thing's own lies below it by its id, and that of a new one at `new`. */
  path: string
  /** What the button says that leads to a new one. */
  add: string
  list: UseQueryResult<Item[]>
  failed: string
  icon: ReactNode
  emptyTitle: string
  emptyText: string
  idOf: (item: Item) => string
  detail: (item: Item) => ReactNode
  aside: (item: Item) => ReactNode
}

/** All things of a kind that admins look after, each a link to its own page. */
export function AdminList<Item extends { name: string }>({ title, path, list, idOf, ...says }: Props<Item>) {
  const { t } = useTranslation()
  return (
    <Page
      title={title}
      aside={
        <Button component={Link} to={`${path}/new`} leftSection={<IconPlus size={20} />}>
          {says.add}
        </Button>
      }
    >
      {list.isPending && <Skeleton height={200} role="status" aria-label={t('app.loading')} />}
      {list.isError && (
        <FailureMessage title={says.failed} failure={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.length === 0 && <StateMessage icon={says.icon} title={says.emptyTitle} text={says.emptyText} />}
      <ul className={classes.list} aria-label={title}>
        {list.data?.map((item) => (
          <li key={idOf(item)} className={classes.item}>
            <div>
              <Link to={`${path}/${idOf(item)}`} className={classes.name}>
                {item.name}
              </Link>
              <Text size="sm" c="dimmed">
                {says.detail(item)}
              </Text>
            </div>
            {says.aside(item)}
          </li>
        ))}
      </ul>
    </Page>
  )
}
