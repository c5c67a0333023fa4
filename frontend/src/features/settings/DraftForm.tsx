import { Alert, Button, Group, Stack } from '@mantine/core'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../shared/api/problem'
import { useProblemText } from '../../shared/useProblemText'
import type { Room } from '../rooms/room'
import { changesIn, type Details, draftOf, type Field, faultsIn, takingTheirs, typing } from './draft'
import { Theirs } from './Theirs'
import { type Outcome, useDraft } from './useDraft'

/** What a field of the form needs. */
export interface Drafting {
  typed: Details
  put: <F extends Field>(field: F, value: Details[F]) => void
  error: (field: Field) => string | undefined
  /** What others have put there meanwhile. */
  others: <F extends Field>(field: F, says?: (value: Details[F]) => string) => ReactNode
  /** Whether somebody has tried to save: not before are the faults within a field shown. */
  checked: boolean
}

interface Props {
  room: Room
  /** What the button says that saves it. */
  action: string
  children: (drafting: Drafting) => ReactNode
}

/** A form over some of a room's details, which others may change meanwhile. */
export function DraftForm({ room, action, children }: Props) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { draft, change, saving, save } = useDraft(room)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [checked, setChecked] = useState(false)
  const { typed, theirs } = draft
  const faults = faultsIn(draft)
  const touched = Object.keys(changesIn(draft)).length > 0
  const refusals = outcome?.kind === 'failed' && outcome.failure instanceof ApiProblem ? outcome.failure.errors : []

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!touched || Object.keys(faults).length > 0) return
    setOutcome(await save())
  }
  const drafting: Drafting = {
    typed,
    checked,
    put: (field, value) => {
      setOutcome(null)
      change((before) => typing(before, field, value))
    },
    error: (field) => {
      const fault = faults[field]
      if (fault === 'missing') return t('newRoom.titleMissing')
      if (fault === 'incomplete') return t('fields.faulty')
      if (fault !== undefined) return t('newRoom.tooLong', { max: fault })
      return refusals.find((refusal) => refusal.field === field)?.message
    },
    others: (field, says = String) => (
      <Theirs
        text={theirs[field] === undefined ? undefined : says(theirs[field])}
        onTake={() => {
          change((before) => takingTheirs(before, field))
        }}
      />
    ),
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {children(drafting)}
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
                setChecked(false)
                change(() => draftOf(room))
              }}
            >
              {t('settings.discard')}
            </Button>
          )}
          <Button type="submit" loading={saving} disabled={!touched}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
