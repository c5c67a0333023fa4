import { Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUser } from '../auth/currentSession'
import type { User } from '../auth/user'
import { usePeople } from './roomQueries'

const SEARCH_DELAY_MS = 250

interface Props {
  exclude: readonly string[]
  onChoose: (person: User) => void
}

/** Looks people up in the company directory while one types. */
export function PersonSearch({ exclude, onChoose }: Props) {
  const { t } = useTranslation()
  const me = useUser()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), SEARCH_DELAY_MS)
  const people = usePeople(q)
  const found = (people.data ?? []).filter(({ user_id }) => user_id !== me.user_id && !exclude.includes(user_id))

  const nothing = () => {
    if (q === '') return t('newRoom.typeToSearch')
    if (people.isError) return t('newRoom.peopleFailed')
    return people.isFetching ? t('app.loading') : t('newRoom.nobodyFound')
  }

  return (
    <Select
      label={t('newRoom.addPerson')}
      placeholder={t('newRoom.addPersonPlaceholder')}
      leftSection={<IconUserPlus size={18} aria-hidden />}
      rightSection={<span />}
      searchable
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      // The directory has chosen already, by more than the label.
      filter={({ options }) => options}
      data={q === '' ? [] : found.map((person) => ({ value: person.user_id, label: person.display_name }))}
      nothingFoundMessage={nothing()}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {option.value}
          </Text>
        </div>
      )}
      onChange={(userId) => {
        const person = found.find((each) => each.user_id === userId)
        if (person === undefined) return
        onChoose(person)
        setTyped('')
      }}
    />
  )
}
