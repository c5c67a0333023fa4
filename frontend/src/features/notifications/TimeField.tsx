import { TextInput } from '@mantine/core'

interface Props {
  label: string
  /** HH:mm */
  value: string
  onChange: (time: string) => void
}

export function TimeField({ label, value, onChange }: Props) {
  return (
    <TextInput
      type="time"
      required
      label={label}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
    />
  )
}
