import { Alert, Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../shared/api/problem'
import { Card } from '../../shared/Card'
import { useProblemText } from '../../shared/useProblemText'
import { incidentTypes, type Room } from '../rooms/room'
import { SeverityChoice } from '../rooms/SeverityChoice'
import { changesIn, draftOf, type Field, faultsIn, takingTheirs, typing } from './draft'
import { Theirs } from './Theirs'
import { type Outcome, useDraft } from './useDraft'

/** What the incident is called, how grave it is and where; for those who may change it. */
export function DetailsCard({ room }: { room: Room }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { draft, change, saving, save } = useDraft(room)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { typed, theirs } = draft
  const faults = faultsIn(draft)
  const touched = Object.keys(changesIn(draft)).length > 0

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!touched || Object.keys(faults).length > 0) return
    setOutcome(await save())
  }
  const put = <F extends Field>(field: F, value: (typeof typed)[F]) => {
    setOutcome(null)
    change((before) => typing(before, field, value))
  }
  const refusals = outcome?.kind === 'failed' && outcome.failure instanceof ApiProblem ? outcome.failure.errors : []
  const error = (field: Field) => {
    const fault = faults[field]
    if (fault === 'missing') return t('newRoom.titleMissing')
    if (fault !== undefined) return t('newRoom.tooLong', { max: fault })
    return refusals.find((refusal) => refusal.field === field)?.message
  }
  const others = (field: Field, says: (value: string) => string = (value) => value) => (
    <Theirs
      value={theirs[field]}
      says={says}
      onTake={() => {
        change((before) => takingTheirs(before, field))
      }}
    />
  )

  return (
    <Card title={t('settings.details')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <div>
            <TextInput
              label={t('newRoom.what')}
              required
              value={typed.title}
              error={error('title')}
              onChange={(event) => {
                put('title', event.currentTarget.value)
              }}
            />
            {others('title')}
          </div>
          <div>
            <SeverityChoice
              value={typed.severity}
              onChange={(value) => {
                put('severity', value)
              }}
            />
            {others('severity', (value) => t(`severity.${value as Room['severity']}`))}
          </div>
          <div>
            <Select
              label={t('incidentType.label')}
              allowDeselect={false}
              data={incidentTypes.map((value) => ({ value, label: t(`incidentType.${value}`) }))}
              value={typed.incident_type}
              onChange={(value) => {
                put('incident_type', value ?? typed.incident_type)
              }}
            />
            {others('incident_type', (value) => t(`incidentType.${value as Room['incident_type']}`))}
          </div>
          <div>
            <TextInput
              label={t('newRoom.location')}
              placeholder={t('newRoom.locationPlaceholder')}
              value={typed.location}
              error={error('location')}
              onChange={(event) => {
                put('location', event.currentTarget.value)
              }}
            />
            {others('location')}
          </div>
          <div>
            <Textarea
              label={t('newRoom.description')}
              autosize
              minRows={3}
              maxRows={12}
              value={typed.description}
              error={error('description')}
              onChange={(event) => {
                put('description', event.currentTarget.value)
              }}
            />
            {others('description')}
          </div>
          {outcome?.kind === 'failed' && (
            <Alert color="red" role="alert">
              {problemText(outcome.failure)}
            </Alert>
          )}
          {outcome?.kind === 'undecided' && (
            <Alert color="yellow" role="alert">
              {t('settings.undecided')}
            </Alert>
          )}
          <Group justify="flex-end">
            <span role="status">{outcome?.kind === 'saved' && !touched && t('settings.saved')}</span>
            {touched && (
              <Button
                variant="default"
                onClick={() => {
                  setOutcome(null)
                  change(() => draftOf(room))
                }}
              >
                {t('settings.discard')}
              </Button>
            )}
            <Button type="submit" loading={saving} disabled={!touched}>
              {t('app.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
