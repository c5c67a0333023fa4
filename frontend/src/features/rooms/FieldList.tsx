import { useTranslation } from 'react-i18next'
import { limitsText, nameOf, type ReadingField } from './readingField'
import classes from './Fields.module.css'

/** The readings that a room expects, with their limits. */
export function FieldList({ fields }: { fields: readonly ReadingField[] }) {
  const { t, i18n } = useTranslation()
  const detail = (field: ReadingField) => {
    if (field.type === 'choice') return field.choices.join(' / ')
    const limits = limitsText(field, i18n.language)
    return limits === '' ? (field.unit ?? t(`fields.types.${field.type}`)) : limits
  }
  return (
    <dl className={classes.list}>
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{nameOf(field.name, field)}</dt>
          <dd>{detail(field)}</dd>
        </div>
      ))}
    </dl>
  )
}
