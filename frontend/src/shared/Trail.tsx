import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './Trail.module.css'

export interface Crumb {
  to: string
  text: string
}

/** Breadcrumbs: the list of incidents, what lies `above`, then the page one is on. */
export function Trail({ above = [], here }: { above?: readonly Crumb[]; here: string }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('room.breadcrumbs')}>
      <ol className={classes.trail}>
        {[{ to: '/rooms', text: t('rooms.title') }, ...above].map(({ to, text }) => (
          <li key={to} className={classes.step}>
            <Link to={to} className={classes.link}>
              {text}
            </Link>
          </li>
        ))}
        <li aria-current="page" className={classes.here}>
          {here}
        </li>
      </ol>
    </nav>
  )
}
