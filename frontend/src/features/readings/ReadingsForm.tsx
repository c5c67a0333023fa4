import { ActionIcon, Alert, Autocomplete, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from './readingQueries'
import { errorsIn, isTooLarge, type Line, valuesOf } from './values'
import classes from './Readings.module.css'

interface Props {
  roomId: string
  onClose: () => void
  onReport: (values: Record<string, number | string>) => void
}

/** Reports measurements as named values; the names used here before are at hand. */
export function ReadingsForm({ roomId, onClose, onReport }: Props) {
  const { t } = useTranslation()
  const fields = useFields(roomId)
  const known = [...(fields.data?.numeric ?? []), ...(fields.data?.other ?? [])].filter((name) => name !== 'timestamp')
  const [lines, setLines] = useState<readonly Line[]>([{ key: 0, name: '', value: '' }])
  const [tried, setTried] = useState(false)
  const values = valuesOf(lines)
  const errors = tried ? errorsIn(lines) : null
  const nothing = Object.keys(values).length === 0
  const tooLarge = isTooLarge(values)

  const change = (key: number, part: Partial<Line>) => {
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line)))
  }
  const report = () => {
    setTried(true)
    if (nothing || tooLarge || errorsIn(lines).size > 0) return
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
          {lines.map((line, index) => {
            const error = errors?.get(line.key)
            const text = error === undefined ? null : t(`readings.${error}`)
            return (
              <div key={line.key} className={classes.line}>
                <Autocomplete
                  data-autofocus={index === 0 || undefined}
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
                  disabled={lines.length === 1}
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
                { key: Math.max(...before.map(({ key }) => key)) + 1, name: '', value: '' },
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
