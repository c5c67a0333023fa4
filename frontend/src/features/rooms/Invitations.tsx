import { ActionIcon, Select, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { accountOf, rememberPerson, useDirectory } from '../people/people'
import { PersonSearch } from '../people/PersonSearch'
import { type MemberRole, memberRoles } from './room'
import classes from './NewRoomPage.module.css'

export interface Invitation {
  user_id: string
  role: MemberRole
}

interface Props {
  title: string
  hint: string
  /** User ids of those who need no invitation. */
  exclude?: readonly string[]
  value?: Invitation[]
  onChange?: (value: Invitation[]) => void
}

/** People of the directory, each with the role they are to have in a room. */
export function Invitations({ title, hint, exclude = [], value = [], onChange }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const people = useDirectory(value.map(({ user_id: id }) => id))
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </div>
      <PersonSearch
        label={t('newRoom.addPerson')}
        exclude={[...exclude, ...value.map(({ user_id: id }) => id)]}
        onChoose={(person) => {
          rememberPerson(queries, person)
          onChange?.([...value, { user_id: person.user_id, role: 'EDITOR' }])
        }}
      />
      {value.map((invitation) => {
        const { user_id: id, role } = invitation
        const name = people.get(id)?.display_name ?? accountOf(id)
        return (
          <div key={id} className={classes.person}>
            <PersonAvatar id={id} name={name} />
            <div className={classes.name}>
              <Text fw={500} truncate>
                {name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {id}
              </Text>
            </div>
            <Select
              w={128}
              aria-label={t('newRoom.roleOf', { name })}
              allowDeselect={false}
              data={memberRoles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
              value={role}
              onChange={(chosen) => {
                onChange?.(value.map((each) => (each === invitation ? { user_id: id, role: chosen ?? role } : each)))
              }}
            />
            <ActionIcon
              color="gray"
              aria-label={t('newRoom.remove', { name })}
              onClick={() => onChange?.(value.filter((each) => each !== invitation))}
            >
              <IconX size={20} />
            </ActionIcon>
          </div>
        )
      })}
    </Stack>
  )
}
