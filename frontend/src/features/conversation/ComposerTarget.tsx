import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconPencil, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTimeLeft } from '../../shared/useTimeLeft'
import type { Target } from './composing'
import { textOf } from './MessageContent'
import { editableUntil } from './permissions'
import classes from './Composer.module.css'

/** Which message is answered or edited, and how long one may still do so. */
export function ComposerTarget({ target, onCancel }: { target: Target; onCancel: () => void }) {
  const { t } = useTranslation()
  const { message, kind } = target
  return (
    <div className={classes.target}>
      {kind === 'reply' ? <IconArrowBackUp size={18} aria-hidden /> : <IconPencil size={18} aria-hidden />}
      <span className={classes.targetText}>
        {kind === 'reply'
          ? t('message.inReplyTo', { name: message.sender_name, text: textOf(message.content) })
          : t('composer.editing')}
      </span>
      {kind === 'edit' && <TimeLeft until={editableUntil(message)} />}
      <ActionIcon color="gray" aria-label={t('composer.cancelTarget')} title={t('app.cancel')} onClick={onCancel}>
        <IconX size={18} />
      </ActionIcon>
    </div>
  )
}

function TimeLeft({ until }: { until: number }) {
  const { t } = useTranslation()
  const seconds = useTimeLeft(until)
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <span className={classes.timeLeft} role="timer">
      {seconds > 0 ? t('composer.timeLeft', { time }) : t('composer.timeOver')}
    </span>
  )
}
