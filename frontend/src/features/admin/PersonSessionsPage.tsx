import { Alert, Text } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { AskingButton } from '../../shared/AskingButton'
import { Card } from '../../shared/Card'
import { Page } from '../../shared/Page'
import { useProblemText } from '../../shared/useProblemText'
import { accountOf, useDirectory } from '../people/people'
import { PersonSearch } from '../people/PersonSearch'
import { SessionList } from '../sessions/SessionList'
import { useEndAllSessions } from '../sessions/sessionQueries'
import classes from './Admin.module.css'

/** Where somebody else is signed in, for admins. Who it is stands in the address. */
export function PersonSessionsPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const userId = params.get('user')
  return (
    <Page title={t('sessions.others')}>
      <div className={classes.narrow}>
        <Card title={t('sessions.whose')}>
          <PersonSearch
            label={t('sessions.person')}
            exclude={[]}
            onChoose={(person) => {
              setParams({ user: person.user_id })
            }}
          />
        </Card>
        {userId !== null && userId !== '' && <SessionsOf key={userId} userId={userId} />}
      </div>
    </Page>
  )
}

function SessionsOf({ userId }: { userId: string }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const name = useDirectory([userId]).get(userId)?.display_name ?? accountOf(userId)
  const endAll = useEndAllSessions(userId)
  return (
    <Card
      title={name}
      aside={
        <AskingButton
          action={t('sessions.endAll')}
          icon={<IconLogout size={20} aria-hidden />}
          loading={endAll.isPending}
          title={t('sessions.endAllTitle', { name })}
          text={t('sessions.endAllText')}
          onConfirm={() => {
            endAll.mutate()
          }}
        />
      }
    >
      <Text c="dimmed">{userId}</Text>
      {endAll.isError && (
        <Alert color="red" role="alert">
          {problemText(endAll.error)}
        </Alert>
      )}
      <SessionList whose={userId} />
    </Card>
  )
}
