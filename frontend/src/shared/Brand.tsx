import { useTranslation } from 'react-i18next'
import classes from './Brand.module.css'

/** The name beside the three lights of an andon tower. */
export function Brand({ large = false }: { large?: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={classes.brand} data-large={large || undefined}>
      <span className={classes.tower} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {t('app.name')}
    </span>
  )
}
