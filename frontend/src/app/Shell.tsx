import { useTranslation } from 'react-i18next'
import { Link, Outlet } from 'react-router'
import { UserMenu } from '../features/auth/UserMenu'
import { Brand } from '../shared/Brand'
import { ColorSchemeToggle } from '../shared/ColorSchemeToggle'
import { LanguageSwitch } from '../shared/LanguageSwitch'
import classes from './Shell.module.css'

export function Shell() {
  const { t } = useTranslation()
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
          <LanguageSwitch />
          <ColorSchemeToggle />
          <UserMenu />
        </div>
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
