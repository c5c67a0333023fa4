import './app/mantineStyles'
import '@mantine/dropzone/styles.css'
import '@mantine/notifications/styles.css'
import './app/global.css'
import './i18n/i18n'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { forgetAtEndOfSession } from './app/endOfSession'
import { session } from './features/auth/currentSession'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

forgetAtEndOfSession()
void session.restore()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
