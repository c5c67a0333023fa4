import { Alert, Button, Text } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { Page } from '../../shared/Page'
import { Question } from '../../shared/Question'
import { useProblemText } from '../../shared/useProblemText'
import { SessionList } from './SessionList'
import { useEndAllSessions } from './sessionQueries'

/** Where one is signed in oneself. */
export function SessionsPage() {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const endAll = useEndAllSessions(null)
  const [asking, setAsking] = useState(false)
  return (
    <Page title={t('sessions.mine')}>
      <Card
        title={t('sessions.list')}
        aside={
          <Button
            variant="light"
            color="red"
            leftSection={<IconLogout size={20} aria-hidden />}
            loading={endAll.isPending}
            onClick={() => {
              setAsking(true)
            }}
          >
            {t('sessions.endAllMine')}
          </Button>
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
      {asking && (
        <Question
          title={t('sessions.endAllMineTitle')}
          text={t('sessions.endAllMineText')}
          action={t('sessions.endAllMine')}
          onClose={() => {
            setAsking(false)
          }}
          onConfirm={() => {
            endAll.mutate()
          }}
        />
      )}
    </Page>
  )
}
