import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { useProblemText } from '../../shared/useProblemText'
import { fieldsOf, isSound } from '../rooms/fieldDraft'
import { FieldList } from '../rooms/FieldList'
import { FieldsEditor } from '../rooms/FieldsEditor'
import type { Room } from '../rooms/room'
import { useFieldsDraft } from './useFieldsDraft'

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
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { typed, touched, saving, outcome, change, discard, save } = useFieldsDraft(room)
  const [checked, setChecked] = useState(false)

  const submit = () => {
    setChecked(true)
    if (isSound(typed)) void save(fieldsOf(typed))
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('fields.hint')}
        </Text>
        <FieldsEditor value={typed} checked={checked} onChange={change} />
        {outcome?.kind === 'failed' && (
          <Alert color="red" role="alert">
            {problemText(outcome.failure)}
          </Alert>
        )}
        {outcome?.kind === 'outdated' && (
          <Alert color="yellow" role="alert">
            {t('fields.outdated')}
          </Alert>
        )}
        <Group justify="flex-end">
          <span role="status">{outcome?.kind === 'saved' && !touched && t('settings.saved')}</span>
          {touched && (
            <>
              <Button
                variant="default"
                onClick={() => {
                  setChecked(false)
                  discard()
                }}
              >
                {t('settings.discard')}
              </Button>
              <Button type="submit" loading={saving}>
                {t('fields.save')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </form>
  )
}
