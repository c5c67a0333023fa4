import { ActionIcon, Select, Stack, Text, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { useUser } from '../auth/currentSession'
import type { User } from '../auth/user'
import { PersonSearch } from '../people/PersonSearch'
import { type MemberRole, memberRoles } from './room'
import classes from './NewRoomPage.module.css'

export interface Invitation {
  person: User
  role: MemberRole
}

interface Props {
  value?: Invitation[]
  onChange?: (value: Invitation[]) => void
}

export function Invitations({ value = [], onChange }: Props) {
  const { t } = useTranslation()
  const me = useUser()
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h5">
          {t('newRoom.people')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('newRoom.peopleHint')}
        </Text>
      </div>
      <PersonSearch
        label={t('newRoom.addPerson')}
        exclude={[me.user_id, ...value.map(({ person }) => person.user_id)]}
        onChoose={(person) => onChange?.([...value, { person, role: 'EDITOR' }])}
      />
      {value.map(({ person, role }) => (
        <div key={person.user_id} className={classes.person}>
          <PersonAvatar id={person.user_id} name={person.display_name} />
          <div className={classes.name}>
            <Text fw={500} truncate>
              {person.display_name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {person.user_id}
            </Text>
          </div>
          <Select
            w={128}
            aria-label={t('newRoom.roleOf', { name: person.display_name })}
            allowDeselect={false}
            data={memberRoles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
            value={role}
            onChange={(chosen) => {
              const next = memberRoles.find((each) => each === chosen) ?? role
              onChange?.(value.map((each) => (each.person === person ? { person, role: next } : each)))
            }}
          />
          <ActionIcon
            color="gray"
            aria-label={t('newRoom.remove', { name: person.display_name })}
            onClick={() => onChange?.(value.filter((each) => each.person !== person))}
          >
            <IconX size={20} />
          </ActionIcon>
        </div>
      ))}
    </Stack>
  )
}
