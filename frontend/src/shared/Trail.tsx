import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './Trail.module.css'

/** Breadcrumbs: the list of incidents, then the page one is on. */
export function Trail({ here }: { here: string }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('room.breadcrumbs')}>
      <ol className={classes.trail}>
        <li>
          <Link to="/rooms" className={classes.link}>
            {t('rooms.title')}
          </Link>
        </li>
        <li aria-current="page" className={classes.here}>
          {here}
        </li>
      </ol>
    </nav>
  )
}
