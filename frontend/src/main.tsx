import './app/mantineStyles'
import '@mantine/dropzone/styles.css'
import '@mantine/notifications/styles.css'
import './app/global.css'
import './i18n/i18n'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { forgetAtEndOfSession } from './app/endOfSession'
import { router } from './app/router'
import { session } from './features/auth/currentSession'
import { followSession } from './features/push/followSession'
import { openPushed } from './features/push/openPushed'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

forgetAtEndOfSession()
followSession()
openPushed((path) => void router.navigate(path))
void session.restore()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
