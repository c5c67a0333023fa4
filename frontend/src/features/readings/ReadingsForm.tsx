import { ActionIcon, Alert, Autocomplete, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingField } from '../rooms/readingField'
import { ExpectedReadings } from './ExpectedReadings'
import { useFields } from './readingQueries'
import { errorsIn, expectedValues, isTooLarge, type Line, type Value, valuesOf } from './values'
import classes from './Readings.module.css'

interface Props {
  roomId: string
  /** The readings that the room expects. */
  fields?: readonly ReadingField[]
  onClose: () => void
  onReport: (values: Record<string, Value>) => void
}

/** Reports measurements as named values; the names used here before are at hand. */
export function ReadingsForm({ roomId, fields = [], onClose, onReport }: Props) {
  const { t } = useTranslation()
  const used = useFields(roomId).data
  const expected = fields.map(({ name }) => name)
  const known = [...(used?.numeric ?? []), ...(used?.other ?? [])].filter(
    (name) => name !== 'timestamp' && !expected.includes(name),
  )
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [lines, setLines] = useState<readonly Line[]>(fields.length > 0 ? [] : [{ key: 0, name: '', value: '' }])
  const [tried, setTried] = useState(false)
  const values = { ...valuesOf(lines), ...expectedValues(fields, typed) }
  const errors = tried ? errorsIn(lines, expected) : null
  const nothing = Object.keys(values).length === 0
  const tooLarge = isTooLarge(values)

  const change = (key: number, part: Partial<Line>) => {
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line)))
  }
  const report = () => {
    setTried(true)
    if (nothing || tooLarge || errorsIn(lines, expected).size > 0) return
    onReport(values)
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('readings.report')}
      closeButtonProps={{ 'aria-label': t('app.close'), size: '2.75rem' }}
    >
      <form
        onSubmit={(event) => {
          // The form lies in the composer's as far as events go.
          event.stopPropagation()
          event.preventDefault()
          report()
        }}
      >
        <Stack gap="sm">
          <Text c="dimmed" size="sm">
            {t('readings.hint')}
          </Text>
          <ExpectedReadings
            fields={fields}
            typed={typed}
            onType={(name, text) => {
              setTyped((before) => ({ ...before, [name]: text }))
            }}
          />
          {lines.map((line, index) => {
            const error = errors?.get(line.key)
            const text = error === undefined ? null : t(`readings.${error}`)
            return (
              <div key={line.key} className={classes.line}>
                <Autocomplete
                  data-autofocus={(index === 0 && fields.length === 0) || undefined}
                  label={t('readings.name')}
                  placeholder={t('readings.namePlaceholder')}
                  data={known.filter((name) => !lines.some((other) => other !== line && other.name === name))}
                  value={line.name}
                  error={error === 'valueMissing' ? null : text}
                  onChange={(name) => {
                    change(line.key, { name })
                  }}
                />
                <TextInput
                  label={t('readings.value')}
                  inputMode="decimal"
                  value={line.value}
                  error={error === 'valueMissing' ? text : null}
                  onChange={(event) => {
                    change(line.key, { value: event.currentTarget.value })
                  }}
                />
                <ActionIcon
                  mt={25}
                  color="gray"
                  disabled={lines.length === 1 && fields.length === 0}
                  aria-label={t('readings.removeLine', { name: line.name === '' ? index + 1 : line.name })}
                  onClick={() => {
                    setLines((before) => before.filter((each) => each.key !== line.key))
                  }}
                >
                  <IconTrash size={20} />
                </ActionIcon>
              </div>
            )
          })}
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => {
              setLines((before) => [
                ...before,
                { key: Math.max(-1, ...before.map(({ key }) => key)) + 1, name: '', value: '' },
              ])
            }}
          >
            {t('readings.addLine')}
          </Button>
          {tried && (nothing || tooLarge) && (
            <Alert color="red" role="alert">
              {t(nothing ? 'readings.nothing' : 'readings.tooLarge')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button type="submit">{t('readings.submit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
