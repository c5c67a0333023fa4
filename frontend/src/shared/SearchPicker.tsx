import { Select, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export interface Found {
  value: string
  label: string
  /** Tells it from others of the same name. */
  detail: string
}

interface Props {
  label: string
  placeholder: string
  icon: ReactNode
  typed: string
  onType: (typed: string) => void
  found: readonly Found[]
  /** What is said when nothing is found. */
  nothing: string
  onChoose: (value: string) => void
}

/** Finds one thing after the other by what is typed; what was chosen is shown elsewhere. */
export function SearchPicker({ label, placeholder, icon, typed, onType, found, nothing, onChoose }: Props) {
  const details = new Map(found.map(({ value, detail }) => [value, detail]))
  return (
    <Select
      label={label}
      placeholder={placeholder}
      leftSection={icon}
      rightSection={<span />}
      searchable
      value={null}
      searchValue={typed}
      onSearchChange={onType}
      // Whoever found them has chosen already, by more than the label.
      filter={({ options }) => options}
      data={found.map(({ value, label: text }) => ({ value, label: text }))}
      nothingFoundMessage={nothing}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {details.get(option.value)}
          </Text>
        </div>
      )}
      onChange={(value) => {
        if (value === null) return
        onChoose(value)
        onType('')
      }}
    />
  )
}
