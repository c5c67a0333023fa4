import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconArchive, IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { Question } from '../../shared/Question'
import { RelativeTime } from '../../shared/RelativeTime'
import { useProblemText } from '../../shared/useProblemText'
import { codePoints, limits, type Room } from '../rooms/room'
import { StatusBadge } from '../rooms/StatusBadge'
import type { Allowed } from './permissions'
import { useChangeStatus } from './settingsQueries'

/** Where the incident stands, and the next step for those who may take it. */
export function StatusCard({ room, allowed }: { room: Room; allowed: Allowed }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const change = useChangeStatus(room.room_id)
  const [notes, setNotes] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)

  const resolve = () => {
    const max = limits.description
    if (notes.trim() === '') setFault(t('settings.notesMissing'))
    else if (codePoints(notes) > max) setFault(t('newRoom.tooLong', { max }))
    else {
      change.mutate(
        { status: 'resolved', resolution_notes: notes },
        {
          onSuccess: () => {
            setNotes('')
          },
        },
      )
    }
  }

  return (
    <Card title={t('status.label')} aside={<StatusBadge status={room.status} />}>
      <Stack gap="md">
        {room.resolution_notes !== null && room.resolution_notes !== '' && (
          <div>
            <Text size="sm" c="dimmed">
              {t('settings.notes')}
              {room.resolved_at !== null && (
                <>
                  {' · '}
                  <RelativeTime at={room.resolved_at} />
                </>
              )}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{room.resolution_notes}</Text>
          </div>
        )}
        {room.status === 'archived' && <Text c="dimmed">{t('problems.room_archived')}</Text>}
        {room.status === 'active' && !allowed.resolve && <Text c="dimmed">{t('settings.ownersResolve')}</Text>}
        {allowed.resolve && (
          <Textarea
            label={t('settings.notes')}
            description={t('settings.notesHint')}
            required
            autosize
            minRows={3}
            maxRows={10}
            value={notes}
            error={fault}
            onChange={(event) => {
              setFault(null)
              setNotes(event.currentTarget.value)
            }}
          />
        )}
        {change.isError && (
          <Alert color="red" role="alert">
            {problemText(change.error)}
          </Alert>
        )}
        {(allowed.resolve || allowed.reopen) && (
          <Group justify="flex-end">
            {allowed.resolve && (
              <Button
                leftSection={<IconCircleCheck size={20} aria-hidden />}
                loading={change.isPending}
                onClick={resolve}
              >
                {t('settings.resolve')}
              </Button>
            )}
            {allowed.reopen && (
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={20} aria-hidden />}
                loading={change.isPending}
                onClick={() => {
                  change.mutate({ status: 'active' })
                }}
              >
                {t('settings.reopen')}
              </Button>
            )}
            {allowed.archive && (
              <Button
                leftSection={<IconArchive size={20} aria-hidden />}
                onClick={() => {
                  setAsking(true)
                }}
              >
                {t('settings.archive')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      {asking && (
        <Question
          title={t('settings.archiveTitle')}
          text={t('settings.archiveText')}
          action={t('settings.archive')}
          onClose={() => {
            setAsking(false)
          }}
          onConfirm={() => {
            change.mutate({ status: 'archived' })
          }}
        />
      )}
    </Card>
  )
}
