import { Alert, Text } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AskingButton } from '../../shared/AskingButton'
import { Card } from '../../shared/Card'
import { Page } from '../../shared/Page'
import { useProblemText } from '../../shared/useProblemText'
import { SessionList } from './SessionList'
import { useEndAllSessions } from './sessionQueries'

/** Where one is signed in oneself. */
export function SessionsPage() {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const endAll = useEndAllSessions(null)
  return (
    <Page title={t('sessions.mine')}>
      <Card
        title={t('sessions.list')}
        aside={
          <AskingButton
            action={t('sessions.endAllMine')}
            icon={<IconLogout size={20} aria-hidden />}
            loading={endAll.isPending}
            title={t('sessions.endAllMineTitle')}
            text={t('sessions.endAllMineText')}
            onConfirm={() => {
              endAll.mutate()
            }}
          />
        }
      >
        <Text c="dimmed">{t('sessions.mineHint')}</Text>
        {endAll.isError && (
          <Alert color="red" role="alert">
            {problemText(endAll.error)}
          </Alert>
        )}
        <SessionList whose={null} />
      </Card>
    </Page>
  )
}
