import { Chip, Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MessageType, messageTypes } from './searchQueries'

interface Props {
  label: string
  q: string
  type: MessageType | null
  onChange: (q: string, type: MessageType | null) => void
}

const SEARCH_DELAY_MS = 300

/** The words one looks for, and in what kind of message. */
export function SearchBox({ label, q, type, onChange }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(q)
  const [settled] = useDebouncedValue(typed.trim(), SEARCH_DELAY_MS)

  useEffect(() => {
    if (settled !== q) onChange(settled, type)
    // Only what one types starts a search; what comes from the address is in the field already.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled])

  return (
    <search>
      <TextInput
        type="search"
        aria-label={label}
        placeholder={t('search.placeholder')}
        description={t('search.hint')}
        inputWrapperOrder={['input', 'description']}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
        }}
      />
      <Chip.Group
        value={type ?? 'all'}
        onChange={(value) => {
          onChange(settled, messageTypes.find((known) => known === value) ?? null)
        }}
      >
        <Group gap="xs" my="sm" role="radiogroup" aria-label={t('search.type')}>
          {(['all', ...messageTypes] as const).map((value) => (
            <Chip key={value} value={value} size="md">
              {t(`search.types.${value}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </search>
  )
}
