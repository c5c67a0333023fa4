import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Timeline } from '../../realtime/timeline'
import { textOf } from './MessageContent'

/** Reads out what others say while one listens; the timeline itself is silent. */
export function Announcer({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation()
  const last = timeline.entries.at(-1)
  const said = last?.kind === 'message' && last.sender_id !== timeline.me && last.deleted_at == null ? last : null
  return (
    <VisuallyHidden aria-live="polite" role="status" aria-label={t('room.newest')}>
      {said !== null && `${said.sender_name}: ${textOf(said.content)}`}
    </VisuallyHidden>
  )
}
