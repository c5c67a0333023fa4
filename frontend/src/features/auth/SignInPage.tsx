import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { Brand } from '../../shared/Brand'
import { ColorSchemeToggle } from '../../shared/ColorSchemeToggle'
import { LanguageSwitch } from '../../shared/LanguageSwitch'
import { Waiting } from '../../shared/Waiting'
import { useSession } from './currentSession'
import { returnPath } from './returnPath'
import { SignInForm } from './SignInForm'
import classes from './SignInPage.module.css'

export function SignInPage() {
  const { t } = useTranslation()
  const { search } = useLocation()
  const state = useSession()
  if (state.status === 'signed_in') return <Navigate to={returnPath(search)} replace />
  if (state.status === 'restoring') return <Waiting />
  const why = state.status === 'signed_out' ? state.why : null
  return (
    <div className={classes.page}>
      <section className={classes.brand}>
        <Brand large />
        <p className={classes.tagline}>{t('app.tagline')}</p>
      </section>
      <main className={classes.main}>
        <div className={classes.controls}>
          <LanguageSwitch />
          <ColorSchemeToggle />
        </div>
        <SignInForm notice={why === 'ended' || why === 'other_user' ? why : null} />
      </main>
    </div>
  )
}
