import { useDebouncedValue } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../shared/api/problem'
import { SearchPicker } from '../../shared/SearchPicker'
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
  const found = q === '' ? [] : (people.data ?? []).filter(({ user_id: id }) => !exclude.includes(id))

  const nothing = () => {
    if (q === '') return t('people.typeToSearch')
    if (people.error instanceof ApiProblem && people.error.code === 'too_many_hits') return t('people.tooMany')
    if (people.isError) return t('people.failed')
    return people.isFetching ? t('app.loading') : t('people.nobodyFound')
  }

  return (
    <SearchPicker
      label={label}
      placeholder={t('people.placeholder')}
      icon={<IconUserPlus size={18} aria-hidden />}
      typed={typed}
      onType={setTyped}
      found={found.map(({ user_id: value, display_name }) => ({ value, label: display_name, detail: value }))}
      nothing={nothing()}
      onChoose={(userId) => {
        const person = found.find((each) => each.user_id === userId)
        if (person !== undefined) onChoose(person)
      }}
    />
  )
}
