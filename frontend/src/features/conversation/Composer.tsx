import { ActionIcon, Alert, FileButton, Text, Textarea } from '@mantine/core'
import { IconFile, IconPaperclip, IconPhoto, IconSend2, IconX } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostFrame } from '../../realtime/frames'
import { ApiProblem } from '../../shared/api/problem'
import { useProblemText } from '../../shared/useProblemText'
import { codePoints } from '../rooms/room'
import { uploadFile } from './files'
import classes from './Composer.module.css'

/** The protocol's limit for `content`, in Unicode code points. */
const MAX_LENGTH = 10_000

interface Props {
  roomId: string
  onSend: (message: Omit<PostFrame, 'type' | 'client_msg_id'>) => void
}

export function Composer({ roomId, onSend }: Props) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const input = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [uploading, setUploading] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const content = text.trim()
  const excess = codePoints(content) - MAX_LENGTH
  const ready = !uploading && excess <= 0 && (content !== '' || file !== null)

  const send = async () => {
    if (!ready) return
    setFailure(null)
    if (file === null) {
      onSend({ message_type: 'text', content })
    } else {
      setUploading(true)
      try {
        // The server tells the type from the bytes, so its word decides how the file is shown.
        const uploaded = await uploadFile(roomId, file)
        onSend({
          message_type: uploaded.content_type.startsWith('image/') ? 'image_ref' : 'file_ref',
          content: content === '' ? uploaded.file_name : content,
          file_id: uploaded.file_id,
        })
      } catch (refusal) {
        setFailure(refusal)
        return
      } finally {
        setUploading(false)
      }
    }
    setText('')
    setFile(null)
    input.current?.focus()
  }

  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isChoosingCharacters(event)) return
    event.preventDefault()
    void send()
  }

  const attachPasted = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.files[0]
    if (pasted === undefined) return
    event.preventDefault()
    setFile(pasted)
  }

  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {failure !== null && (
        <Alert color="red" role="alert" mb="xs">
          {isAboutFile(failure) ? t('composer.fileRefused') : problemText(failure)}
        </Alert>
      )}
      {file !== null && (
        <div className={classes.attachment}>
          {file.type.startsWith('image/') ? <IconPhoto size={20} aria-hidden /> : <IconFile size={20} aria-hidden />}
          <span className={classes.fileName}>{file.name}</span>
          <ActionIcon
            color="gray"
            disabled={uploading}
            aria-label={t('composer.removeAttachment', { name: file.name })}
            onClick={() => {
              setFile(null)
              setFailure(null)
            }}
          >
            <IconX size={18} />
          </ActionIcon>
        </div>
      )}
      <div className={classes.line}>
        <FileButton onChange={setFile}>
          {(props) => (
            <ActionIcon {...props} disabled={uploading} aria-label={t('composer.attach')} title={t('composer.attach')}>
              <IconPaperclip size={22} />
            </ActionIcon>
          )}
        </FileButton>
        <Textarea
          ref={input}
          className={classes.input}
          aria-label={t('composer.label')}
          placeholder={t('composer.placeholder')}
          autosize
          minRows={1}
          maxRows={8}
          value={text}
          readOnly={uploading}
          error={excess > 0 && t('composer.tooLong', { count: excess })}
          onChange={(event) => {
            setText(event.currentTarget.value)
          }}
          onKeyDown={sendOnEnter}
          onPaste={attachPasted}
        />
        <ActionIcon
          type="submit"
          variant="filled"
          disabled={!ready && !uploading}
          loading={uploading}
          aria-label={t('composer.send')}
          title={t('composer.send')}
        >
          <IconSend2 size={22} />
        </ActionIcon>
      </div>
      <Text size="xs" c="dimmed" className={classes.hint} role={uploading ? 'status' : undefined}>
        {uploading ? t('composer.uploading') : t('composer.hint')}
      </Text>
    </form>
  )
}

/** An upload has no field but the file, so the text for forms would point at nothing. */
function isAboutFile(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.code === 'invalid_field'
}

/** In Chinese input, Enter takes the suggested characters. Safari says so only by the old key code. */
function isChoosingCharacters({ nativeEvent }: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return nativeEvent.isComposing || nativeEvent.keyCode === 229
}
