import { Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../shared/api/problem'
import type { User } from '../auth/user'
import { usePeople } from './people'

const SEARCH_DELAY_MS = 250

interface Props {
  label: string
  /** User ids. */
  exclude: readonly string[]
  onChoose: (person: User) => void
}

/** Looks people up in the company directory while one types. */
export function PersonSearch({ label, exclude, onChoose }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), SEARCH_DELAY_MS)
  const people = usePeople(q)
  const found = (people.data ?? []).filter(({ user_id: id }) => !exclude.includes(id))

  const nothing = () => {
    if (q === '') return t('people.typeToSearch')
    if (people.error instanceof ApiProblem && people.error.code === 'too_many_hits') return t('people.tooMany')
    if (people.isError) return t('people.failed')
    return people.isFetching ? t('app.loading') : t('people.nobodyFound')
  }

  return (
    <Select
      label={label}
      placeholder={t('people.placeholder')}
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
