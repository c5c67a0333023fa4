import { ActionIcon } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet } from 'react-router'
import { UserMenu } from '../features/auth/UserMenu'
import { HandoverLink } from '../features/handover/HandoverLink'
import { useFeed } from '../features/notices/useFeed'
import { NotificationBell } from '../features/notifications/NotificationBell'
import { Brand } from '../shared/Brand'
import { ColorSchemeToggle } from '../shared/ColorSchemeToggle'
import { LanguageSwitch } from '../shared/LanguageSwitch'
import classes from './Shell.module.css'
import { useScrollMemory } from './useScrollMemory'

export function Shell() {
  const { t } = useTranslation()
  const content = useScrollMemory<HTMLElement>()
  useFeed()
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('app.skipToContent')}
      </a>
      <header className={classes.header}>
        <Link to="/rooms" className={classes.home}>
          <Brand />
        </Link>
        <div className={classes.controls}>
          <ActionIcon
            component={Link}
            to="/search"
            color="inherit"
            aria-label={t('search.everywhere')}
            title={t('search.everywhere')}
          >
            <IconSearch size={22} />
          </ActionIcon>
          <HandoverLink />
          <NotificationBell />
          <LanguageSwitch />
          <ColorSchemeToggle />
          <UserMenu />
        </div>
      </header>
      <main id="content" ref={content} className={classes.content} tabIndex={-1}>
        <Outlet />
      </main>
      <Notifications position="top-right" classNames={{ root: classes.notices }} />
    </div>
  )
}
