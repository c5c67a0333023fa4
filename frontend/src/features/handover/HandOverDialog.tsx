import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useProblemText } from '../../shared/useProblemText'
import { codePoints } from '../rooms/room'
import { NOTE_LENGTH } from './handover'
import { useHandOver, useLines } from './handoverQueries'

/** Hands a line over now, whenever shifts change. */
export function HandOverDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      size="lg"
      title={t('handover.make')}
      closeButtonProps={{ 'aria-label': t('app.close'), size: '2.75rem' }}
    >
      <Making />
    </Modal>
  )
}

function Making() {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const lines = useLines()
  const handOver = useHandOver()
  const [chosen, setChosen] = useState<string | null>(null)
  const [note, setNote] = useState('')
  // Most people have one.
  const line = chosen ?? (lines.data?.length === 1 ? (lines.data[0] ?? null) : null)
  const tooLong = codePoints(note) > NOTE_LENGTH
  const failure = lines.error ?? handOver.error

  const submit = () => {
    if (line === null || tooLong) return
    handOver.mutate(
      { location: line, note },
      { onSuccess: ({ handover_id: id }) => void navigate(`/handovers/${id}`) },
    )
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('handover.makeHint')}
      </Text>
      <Select
        label={t('handover.line')}
        required
        data={lines.data ?? []}
        value={line}
        onChange={setChosen}
        searchable
        nothingFoundMessage={t('handover.noLines')}
        error={lines.data?.length === 0 ? t('handover.noLines') : null}
      />
      <Textarea
        label={t('handover.note')}
        description={t('handover.noteHint')}
        autosize
        minRows={3}
        maxRows={10}
        value={note}
        error={tooLong ? t('newRoom.tooLong', { max: NOTE_LENGTH }) : null}
        onChange={(event) => {
          setNote(event.currentTarget.value)
        }}
      />
      {failure !== null && (
        <Alert color="red" role="alert">
          {problemText(failure)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button loading={handOver.isPending} disabled={line === null} onClick={submit}>
          {t('handover.make')}
        </Button>
      </Group>
    </Stack>
  )
}
