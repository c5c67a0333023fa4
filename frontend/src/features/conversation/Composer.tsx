import { ActionIcon, Alert, FileButton, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { useMediaQuery } from '@mantine/hooks'
import { IconCamera, IconCloudUpload, IconGauge, IconPaperclip, IconSend2 } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../realtime/frames'
import { UploadList } from '../files/UploadList'
import { MAX_FILES } from '../files/Uploads'
import { useUploads } from '../files/useUploads'
import type { ReadingField } from '../rooms/readingField'
import { codePoints } from '../rooms/room'
import { ComposerInput } from './ComposerInput'
import { ComposerTarget } from './ComposerTarget'
import { MAX_LENGTH, messagesFor, type NewMessage, type Target } from './composing'
import { stillNamed } from './mentioning'
import classes from './Composer.module.css'

const ReadingsForm = lazy(async () => ({ default: (await import('../readings/ReadingsForm')).ReadingsForm }))

interface Props {
  roomId: string
  /** The readings that the room expects. */
  fields: readonly ReadingField[]
  members: readonly Person[]
  target: Target | null
  onTarget: (target: Target | null) => void
  onSend: (message: NewMessage) => void
  onEdit: (messageId: string, content: string) => void
  onTyping: (text: string) => void
  /** Wants to edit what one said last. */
  onUp: () => void
}

export function Composer({ roomId, fields, members, target, onTarget, onSend, onEdit, onTyping, onUp }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState('')
  const [chosen, setChosen] = useState<readonly Person[]>([])
  const [list, uploads] = useUploads(roomId)
  const [leftOut, setLeftOut] = useState(0)
  const [readings, setReadings] = useState(false)
  const touch = useMediaQuery('(pointer: coarse)')

  const editing = target?.kind === 'edit'
  const text = editing ? target.text : draft
  const content = text.trim()
  const excess = codePoints(content) - MAX_LENGTH
  const unfinished = list.filter(({ state }) => state !== 'done').length
  const attached = editing ? [] : list
  const ready = excess <= 0 && (content !== '' || attached.length > 0) && (editing || unfinished === 0)

  const aim = target?.message.message_id
  useEffect(() => {
    if (aim !== undefined) input.current?.focus()
  }, [aim])

  const setText = (value: string) => {
    if (editing) onTarget({ ...target, text: value })
    else {
      setDraft(value)
      onTyping(value)
    }
  }

  const attach = (files: readonly File[]) => {
    setLeftOut(uploads.add(files))
  }

  const send = () => {
    if (!ready) return
    if (editing) {
      if (content !== target.message.content) onEdit(target.message.message_id, content)
    } else {
      const mentions = stillNamed(content, chosen)
      const more = { ...(mentions.length > 0 && { mentions }), ...(target && { reply_to: target.message.message_id }) }
      for (const message of messagesFor(content, uploads.take(), more)) onSend(message)
      setDraft('')
      setChosen([])
      setLeftOut(0)
    }
    onTarget(null)
    input.current?.focus()
  }

  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Dropzone.FullScreen active={!editing} onDrop={attach} classNames={{ inner: classes.drop }}>
        <IconCloudUpload size={56} aria-hidden />
        <Text size="xl">{t('files.drop')}</Text>
      </Dropzone.FullScreen>
      {leftOut > 0 && (
        <Alert color="yellow" role="alert" mb="xs">
          {t('files.tooMany', { count: leftOut, max: MAX_FILES })}
        </Alert>
      )}
      {target !== null && (
        <ComposerTarget
          target={target}
          onCancel={() => {
            onTarget(null)
            input.current?.focus()
          }}
        />
      )}
      {attached.length > 0 && <UploadList list={attached} uploads={uploads} />}
      <div className={classes.line}>
        <FileButton multiple onChange={attach} disabled={editing}>
          {(props) => (
            <ActionIcon {...props} disabled={editing} aria-label={t('composer.attach')} title={t('composer.attach')}>
              <IconPaperclip size={22} />
            </ActionIcon>
          )}
        </FileButton>
        {touch && (
          <FileButton
            accept="image/*"
            capture="environment"
            disabled={editing}
            onChange={(photo) => {
              if (photo !== null) attach([photo])
            }}
          >
            {(props) => (
              <ActionIcon {...props} disabled={editing} aria-label={t('composer.camera')} title={t('composer.camera')}>
                <IconCamera size={22} />
              </ActionIcon>
            )}
          </FileButton>
        )}
        <ActionIcon
          disabled={editing}
          aria-label={t('readings.report')}
          title={t('readings.report')}
          onClick={() => {
            setReadings(true)
          }}
        >
          <IconGauge size={22} />
        </ActionIcon>
        <ComposerInput
          input={input}
          text={text}
          error={excess > 0 ? t('composer.tooLong', { count: excess }) : null}
          members={members}
          onText={setText}
          onMention={(person) => {
            setChosen((before) => [...before, person])
          }}
          onSend={send}
          onCancel={() => {
            if (target !== null) onTarget(null)
          }}
          onUp={onUp}
          onFiles={attach}
        />
        <ActionIcon
          type="submit"
          variant="filled"
          disabled={!ready}
          aria-label={editing ? t('composer.save') : t('composer.send')}
          title={editing ? t('composer.save') : t('composer.send')}
        >
          <IconSend2 size={22} />
        </ActionIcon>
      </div>
      <Text size="xs" c="dimmed" className={classes.hint} role="status">
        {!editing && unfinished > 0 ? t('composer.uploading', { count: unfinished }) : t('composer.hint')}
      </Text>
      {readings && (
        <Suspense>
          <ReadingsForm
            roomId={roomId}
            fields={fields}
            onClose={() => {
              setReadings(false)
            }}
            onReport={(values) => {
              onSend({ message_type: 'incident_data', content: values })
            }}
          />
        </Suspense>
      )}
    </form>
  )
}
