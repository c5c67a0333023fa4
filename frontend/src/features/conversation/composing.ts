import type { PostFrame } from '../../realtime/clientFrames'
import type { MessageEntry } from '../../realtime/entries'
import { isImage, type StoredFile } from '../files/files'

/** What is being written, other than a plain new message. */
export type Target = { kind: 'reply'; message: MessageEntry } | { kind: 'edit'; message: MessageEntry; text: string }

export type NewMessage = Omit<PostFrame, 'type' | 'client_msg_id'>

/** The protocol's limit for `content`, in Unicode code points. */
export const MAX_LENGTH = 10_000

/** One file takes the text along; with several it comes before them. */
export function messagesFor(
  content: string,
  files: readonly StoredFile[],
  more: Pick<NewMessage, 'mentions' | 'reply_to'>,
): NewMessage[] {
  if (files.length === 0) return [{ message_type: 'text', content, ...more }]
  const [first] = files
  if (files.length === 1 && first !== undefined) return [{ ...fileMessage(first, content), ...more }]
  const words: NewMessage[] = content === '' ? [] : [{ message_type: 'text', content, ...more }]
  return [...words, ...files.map((file) => fileMessage(file, ''))]
}

/** The server tells the type from the bytes, so its word decides how the file is shown. */
function fileMessage(file: StoredFile, content: string): NewMessage {
  return {
    message_type: isImage(file) ? 'image_ref' : 'file_ref',
    content: content === '' ? file.file_name : content,
    file_id: file.file_id,
  }
}
