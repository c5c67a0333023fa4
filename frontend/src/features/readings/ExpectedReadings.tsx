import { NativeSelect, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { boundPassed, isNumeric, limitsText, nameOf, type ReadingField } from '../rooms/readingField'
import { expectedValue, isOfItsType } from './values'
import classes from './Readings.module.css'

interface Props {
  fields: readonly ReadingField[]
  /** What was typed, by the fields' names. */
  typed: Readonly<Record<string, string>>
  onType: (name: string, text: string) => void
}

/** The readings that the room expects. What lies out of bounds is marked, and may be reported all the same. */
export function ExpectedReadings({ fields, typed, onType }: Props) {
  const { t, i18n } = useTranslation()
  const warning = (field: ReadingField): string | null => {
    const text = typed[field.name] ?? ''
    if (text.trim() === '') return null
    const value = expectedValue(field, text)
    if (!isOfItsType(field, value)) return t(`readings.notA.${field.type === 'integer' ? 'integer' : 'number'}`)
    const bound = typeof value === 'number' ? boundPassed(field, value) : null
    return bound === null ? null : t(`readings.passed.${bound}`)
  }
  const label = (field: ReadingField) =>
    field.unit === null ? nameOf(field.name, field) : `${nameOf(field.name, field)} (${field.unit})`

  return (
    <div className={classes.expected}>
      {fields.map((field, index) => {
        const warned = warning(field)
        const shared = {
          'data-autofocus': index === 0 || undefined,
          label: label(field),
          value: typed[field.name] ?? '',
          onChange: (event: { currentTarget: { value: string } }) => {
            onType(field.name, event.currentTarget.value)
          },
        }
        if (field.type === 'boolean' || field.type === 'choice') {
          const choices =
            field.type === 'choice'
              ? field.choices
              : [
                  { value: 'true', label: t('readings.yes') },
                  { value: 'false', label: t('readings.no') },
                ]
          return <NativeSelect key={field.name} {...shared} data={[{ value: '', label: '–' }, ...choices]} />
        }
        return (
          <TextInput
            key={field.name}
            {...shared}
            inputMode={isNumeric(field.type) ? 'decimal' : undefined}
            inputWrapperOrder={['label', 'input', 'description']}
            description={
              <>
                {isNumeric(field.type) && limitsText(field, i18n.language)}
                {warned !== null && (
                  <span className={classes.warning} role="status">
                    <IconAlertTriangle size={16} aria-hidden />
                    {warned}
                  </span>
                )}
              </>
            }
          />
        )
      })}
    </div>
  )
}
