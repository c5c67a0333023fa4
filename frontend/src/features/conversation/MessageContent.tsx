import type { MessageEntry } from '../../realtime/entries'
import type { Content } from '../../realtime/frames'
import { FileAttachment } from '../files/FileAttachment'
import { ImageAttachment } from '../files/ImageAttachment'
import { Readings, readingsIn } from '../readings/Readings'
import { MessageText } from './MessageText'
import { useInRoom } from './roomContext'

type Said = Pick<MessageEntry, 'content' | 'message_type' | 'file_id' | 'mentions'> &
  Partial<Pick<MessageEntry, 'out_of_bounds' | 'wrong_type'>>

export function MessageContent({ message }: { message: Said }) {
  const { fields } = useInRoom()
  const text = textOf(message.content)
  if (message.message_type === 'image_ref' && message.file_id != null) {
    return (
      <>
        <MessageText text={text} mentions={message.mentions} />
        <ImageAttachment fileId={message.file_id} name={text} />
      </>
    )
  }
  if (message.message_type === 'file_ref' && message.file_id != null) {
    return <FileAttachment fileId={message.file_id} said={text} />
  }
  const readings = message.message_type === 'incident_data' ? readingsIn(message.content) : null
  if (readings !== null) {
    return (
      <Readings
        readings={readings}
        fields={fields}
        outOfBounds={message.out_of_bounds}
        wrongType={message.wrong_type}
      />
    )
  }
  return <MessageText text={text} mentions={message.mentions} />
}

/** What a message says in one line. */
export function textOf(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'string') return content
  return Object.entries(content)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ')
}
