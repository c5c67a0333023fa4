import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './RoomListPage.module.css'

interface Props<T extends string> {
  label: string
  options: readonly { value: T; label: string }[]
  value: readonly T[]
  onChange: (value: T[]) => void
}

/** Any number of a few things; its button says which. */
export function FilterMenu<T extends string>({ label, options, value, onChange }: Props<T>) {
  const { t } = useTranslation()
  const [opened, { toggle, close }] = useDisclosure(false)
  const chosen = options.filter((option) => value.includes(option.value))
  const says = chosen.length === 1 ? chosen[0]?.label : t('rooms.chosen', { count: chosen.length })
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={chosen.length > 0 ? 'light' : 'default'}
          fw={500}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          onClick={toggle}
        >
          {chosen.length === 0 ? label : `${label}: ${says ?? ''}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <Checkbox.Group
          aria-label={label}
          value={[...value]}
          onChange={(names) => {
            onChange(options.map((option) => option.value).filter((each) => names.includes(each)))
          }}
        >
          <Stack gap={0}>
            {options.map((option) => (
              <Checkbox
                key={option.value}
                value={option.value}
                label={option.label}
                size="md"
                classNames={{ body: classes.choice, labelWrapper: classes.choiceText, label: classes.choiceLabel }}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}
