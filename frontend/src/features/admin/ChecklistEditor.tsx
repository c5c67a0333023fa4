import { ActionIcon, Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { codePoints } from '../rooms/room'
import { templateLimits } from '../rooms/template'
import classes from './Admin.module.css'

interface Props {
  value?: string[]
  onChange?: (value: string[]) => void
}

/** What is to be done in a room of this kind, in order. */
export function ChecklistEditor({ value = [], onChange }: Props) {
  const { t } = useTranslation()
  const put = (place: number, ...steps: string[]) => {
    onChange?.([...value.slice(0, place), ...steps, ...value.slice(place + 1)])
  }
  const swap = (place: number) => {
    onChange?.([...value.slice(0, place), value[place + 1] ?? '', value[place] ?? '', ...value.slice(place + 2)])
  }
  const max = templateLimits.step
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h5">
          {t('checklist.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('templates.checklistHint')}
        </Text>
      </div>
      <ol className={classes.steps}>
        {value.map((text, place) => {
          const number = place + 1
          return (
            <li key={place} className={classes.step}>
              <TextInput
                className={classes.stepText}
                aria-label={t('templates.step', { number })}
                value={text}
                error={codePoints(text) > max ? t('newRoom.tooLong', { max }) : null}
                onChange={(event) => {
                  put(place, event.currentTarget.value)
                }}
              />
              <ActionIcon
                color="gray"
                disabled={place === 0}
                aria-label={t('templates.stepUp', { number })}
                onClick={() => {
                  swap(place - 1)
                }}
              >
                <IconArrowUp size={20} />
              </ActionIcon>
              <ActionIcon
                color="gray"
                disabled={place === value.length - 1}
                aria-label={t('templates.stepDown', { number })}
                onClick={() => {
                  swap(place)
                }}
              >
                <IconArrowDown size={20} />
              </ActionIcon>
              <ActionIcon
                color="gray"
                aria-label={t('templates.stepRemove', { number })}
                onClick={() => {
                  put(place)
                }}
              >
                <IconX size={20} />
              </ActionIcon>
            </li>
          )
        })}
      </ol>
      {value.length < templateLimits.steps && (
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange?.([...value, ''])}
        >
          {t('templates.addStep')}
        </Button>
      )}
    </Stack>
  )
}
