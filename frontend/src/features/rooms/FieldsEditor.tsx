import { ActionIcon, Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BLANK_FIELD, type Fault, faultsOf, type FieldDraft } from './fieldDraft'
import { fieldLimits, fieldTypes, type FieldType, isNumeric } from './readingField'
import classes from './Fields.module.css'

interface Props {
  value: readonly FieldDraft[]
  /** Whether faults are shown: not before somebody has tried to save. */
  checked: boolean
  onChange: (value: FieldDraft[]) => void
}

/** The readings that are expected, in the order they are asked for. */
export function FieldsEditor({ value, checked, onChange }: Props) {
  const { t } = useTranslation()
  const faults = checked ? faultsOf(value) : []
  const put = (place: number, ...fields: FieldDraft[]) => {
    onChange([...value.slice(0, place), ...fields, ...value.slice(place + 1)])
  }
  const said = (fault: Fault | undefined) => {
    if (fault === undefined) return null
    return typeof fault === 'object' ? t('newRoom.tooLong', { max: fault.atMost }) : t(`fields.${fault}`)
  }
  return (
    <Stack gap="sm">
      {value.map((field, place) => {
        const number = place + 1
        const text = (part: Exclude<keyof FieldDraft, 'type'>, label: string, inputMode?: 'decimal') => (
          <TextInput
            label={label}
            inputMode={inputMode}
            value={field[part]}
            error={said(faults[place]?.[part])}
            onChange={(event) => {
              put(place, { ...field, [part]: event.currentTarget.value })
            }}
          />
        )
        return (
          <fieldset key={place} className={classes.field}>
            <legend>{t('fields.field', { number })}</legend>
            <ActionIcon
              className={classes.remove}
              color="gray"
              aria-label={t('fields.remove', { number })}
              onClick={() => {
                put(place)
              }}
            >
              <IconX size={20} />
            </ActionIcon>
            {text('name', t('fields.name'))}
            {text('label', t('fields.label'))}
            <NativeSelect
              label={t('fields.type')}
              value={field.type}
              data={fieldTypes.map((type) => ({ value: type, label: t(`fields.types.${type}`) }))}
              onChange={(event) => {
                put(place, { ...field, type: event.currentTarget.value as FieldType })
              }}
            />
            {isNumeric(field.type) && text('unit', t('fields.unit'))}
            {isNumeric(field.type) && text('low', t('fields.low'), 'decimal')}
            {isNumeric(field.type) && text('high', t('fields.high'), 'decimal')}
            {field.type === 'choice' && text('choices', t('fields.choices'))}
          </fieldset>
        )
      })}
      {value.length < fieldLimits.fields && (
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            onChange([...value, BLANK_FIELD])
          }}
        >
          {t('fields.add')}
        </Button>
      )}
    </Stack>
  )
}
