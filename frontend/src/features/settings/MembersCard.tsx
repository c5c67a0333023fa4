import { Alert, Button, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { FailureMessage } from '../../shared/FailureMessage'
import { useProblemText } from '../../shared/useProblemText'
import { useUser } from '../auth/currentSession'
import { accountOf, useDirectory } from '../people/people'
import { PersonSearch } from '../people/PersonSearch'
import { type Member, useMemberList } from '../rooms/members'
import { type MemberRole, memberRoles } from '../rooms/room'
import { MemberRow } from './MemberRow'
import classes from './Settings.module.css'
import { useChangeMembers } from './settingsQueries'

/** Each name shown is looked up in the directory; a crew is rarely larger. */
const SHOWN_AT_FIRST = 30

/** Who is in the room, and as what. */
export function MembersCard({ roomId, mayManage }: { roomId: string; mayManage: boolean }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const members = useMemberList(roomId)
  const change = useChangeMembers(roomId)
  const [newRole, setNewRole] = useState<MemberRole>('EDITOR')
  const all = members.data ?? []
  return (
    <Card title={t('settings.members')} aside={<Text c="dimmed">{members.isSuccess && all.length}</Text>}>
      {mayManage && members.isSuccess && (
        <div className={classes.add}>
          <div className={classes.search}>
            <PersonSearch
              label={t('newRoom.addPerson')}
              exclude={all.map(({ user_id: id }) => id)}
              onChoose={(person) => {
                change.mutate({ do: 'put', userId: person.user_id, role: newRole })
              }}
            />
          </div>
          <Select
            w={128}
            label={t('settings.addAs')}
            allowDeselect={false}
            data={memberRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
            value={newRole}
            onChange={(role) => {
              setNewRole(role ?? newRole)
            }}
          />
        </div>
      )}
      {change.isError && (
        <Alert color="red" role="alert">
          {problemText(change.error)}
        </Alert>
      )}
      {members.isPending && <Skeleton height={160} role="status" aria-label={t('app.loading')} />}
      {members.isError && (
        <FailureMessage
          title={t('settings.membersFailed')}
          failure={members.error}
          onRetry={() => void members.refetch()}
        />
      )}
      <MemberList members={all} mayManage={mayManage} change={change} />
    </Card>
  )
}

interface ListProps {
  members: readonly Member[]
  mayManage: boolean
  change: ReturnType<typeof useChangeMembers>
}

function MemberList({ members, mayManage, change }: ListProps) {
  const { t } = useTranslation()
  const me = useUser()
  const [count, setCount] = useState(SHOWN_AT_FIRST)
  const shown = members.slice(0, count)
  const people = useDirectory(shown.map(({ user_id: id }) => id))
  return (
    <Stack gap="xs">
      <ul className={classes.members} aria-label={t('settings.members')}>
        {shown.map((member) => (
          <MemberRow
            key={member.user_id}
            member={member}
            name={people.get(member.user_id)?.display_name ?? accountOf(member.user_id)}
            isMe={member.user_id === me.user_id}
            mayManage={mayManage}
            busy={change.isPending && change.variables.userId === member.user_id}
            onChange={change.mutate}
          />
        ))}
      </ul>
      {members.length > count && (
        <Button
          variant="default"
          onClick={() => {
            setCount(count + SHOWN_AT_FIRST)
          }}
        >
          {t('app.loadMore')}
        </Button>
      )}
    </Stack>
  )
}
