import { Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Page.module.css'
import { type Crumb, Trail } from './Trail'

interface Props {
  title: string
  /** What lies between the list of incidents and this page. */
  above?: readonly Crumb[]
  /** Stands beside the title. */
  aside?: ReactNode
  children: ReactNode
}

/** A page with its breadcrumbs and its title, which is the window's as well. */
export function Page({ title, above, aside, children }: Props) {
  const { t } = useTranslation()
  useDocumentTitle([title, ...(above ?? []).map(({ text }) => text), t('app.name')].join(' · '))
  return (
    <div className={classes.page}>
      <Trail above={above} here={title} />
      <div className={classes.head}>
        <Title order={1}>{title}</Title>
        {aside}
      </div>
      {children}
    </div>
  )
}
