import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { type FieldDraft, fieldsOf } from '../rooms/fieldDraft'
import { FieldList } from '../rooms/FieldList'
import { FieldsEditor } from '../rooms/FieldsEditor'
import { limitsText, nameOf } from '../rooms/readingField'
import type { Room } from '../rooms/room'
import { DraftForm } from './DraftForm'

/** The readings that the room expects; owners change them. */
export function FieldsCard({ room, mayEdit }: { room: Room; mayEdit: boolean }) {
  const { t } = useTranslation()
  return (
    <Card title={t('fields.title')}>
      {!mayEdit && room.fields.length === 0 && <Text c="dimmed">{t('fields.none')}</Text>}
      {!mayEdit && <FieldList fields={room.fields} />}
      {mayEdit && <Editing room={room} />}
    </Card>
  )
}

function Editing({ room }: { room: Room }) {
  const { t, i18n } = useTranslation()
  const inWords = (drafts: FieldDraft[]) =>
    fieldsOf(drafts)
      .map((field) => `${nameOf(field.name, field)} ${limitsText(field, i18n.language)}`.trim())
      .join(' · ')
  return (
    <DraftForm room={room} action={t('fields.save')}>
      {({ typed, put, others, checked }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('fields.hint')}
          </Text>
          <FieldsEditor
            value={typed.fields}
            checked={checked}
            onChange={(fields) => {
              put('fields', fields)
            }}
          />
          {others('fields', inWords)}
        </>
      )}
    </DraftForm>
  )
}
