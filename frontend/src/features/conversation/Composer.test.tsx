import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { MessageEntry } from '../../realtime/entries'
import { fakeServer, grant, json } from '../../testing/fakeServer'
import { FakeUpload } from '../../testing/FakeUpload'
import { ME, message, OTHER } from '../../testing/frames'
import { renderInApp } from '../../testing/render'
import { session } from '../auth/currentSession'
import { Composer } from './Composer'
import type { NewMessage, Target } from './composing'

const members = [
  { user_id: OTHER, display_name: '陳美' },
  { user_id: 'john.doe@plant.example', display_name: 'John Doe' },
  { user_id: ME, display_name: '李偉' },
]

function setUp(first: Target | null = null) {
  const sent: NewMessage[] = []
  const edited: [string, string][] = []
  function Room() {
    const [target, setTarget] = useState(first)
    return (
      <Composer
        roomId="room"
        fields={[]}
        members={members}
        target={target}
        onTarget={setTarget}
        onSend={(each) => sent.push(each)}
        onEdit={(...edit) => edited.push(edit)}
        onTyping={() => undefined}
        onUp={() => undefined}
      />
    )
  }
  renderInApp(<Room />)
  return { sent, edited, user: userEvent.setup(), input: screen.getByLabelText('Message') }
}

function entry(fields: Partial<MessageEntry> = {}): MessageEntry {
  return { ...message(1), kind: 'message', reactions: [], asOf: 1, ...fields }
}

const photo = (name: string) => new File(['bytes'], name, { type: 'image/jpeg' })
const stored = (name: string, type = 'image/jpeg') => ({
  file_id: `id of ${name}`,
  file_name: name,
  content_type: type,
})

async function attach(user: ReturnType<typeof userEvent.setup>, ...files: File[]) {
  const beside = screen.getByRole('button', { name: 'Attach a file' }).parentElement
  const chooser = beside?.querySelector<HTMLInputElement>(':scope > input[type=file]')
  if (chooser == null) throw new Error('no file input')
  await user.upload(chooser, files)
}

beforeEach(async () => {
  FakeUpload.install()
  fakeServer(({ path }) => (path.startsWith('/api/auth') ? grant('token') : json({})))
  await session.signIn('li.wei', 'andon-demo')
})

describe('the composer', () => {
  it('sends with Enter and starts a new line with Shift+Enter', async () => {
    const { sent, user, input } = setUp()

    await user.type(input, 'first{Shift>}{Enter}{/Shift}second{Enter}')

    expect(sent).toEqual([{ message_type: 'text', content: 'first\nsecond' }])
    expect(input).toHaveValue('')
  })

  it('leaves Enter to the input method while Chinese characters are being chosen', async () => {
    const { sent, user, input } = setUp()
    await user.type(input, '溫度')

    fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 })

    expect(sent).toEqual([])
  })

  it('does not send nothing', async () => {
    const { sent, user, input } = setUp()

    await user.type(input, '   {Enter}')

    expect(sent).toEqual([])
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
  })

  it('counts code points and holds back what is too long', () => {
    const { input } = setUp()

    fireEvent.change(input, { target: { value: '🔥'.repeat(10_000) } })
    expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled()

    fireEvent.change(input, { target: { value: '🔥'.repeat(10_001) } })
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
    expect(input).toHaveAccessibleDescription('Too long by 1 character')
  })
})

describe('answering and editing', () => {
  it('answers the message that was chosen, once', async () => {
    const { sent, user, input } = setUp({ kind: 'reply', message: entry() })

    await user.type(input, 'yes{Enter}')
    await user.type(input, 'and no{Enter}')

    expect(sent).toEqual([
      { message_type: 'text', content: 'yes', reply_to: 'm1' },
      { message_type: 'text', content: 'and no' },
    ])
  })

  it('edits with the text there was, counts the time down, and gives back the draft', async () => {
    const twelveMinutesAgo = new Date(Date.now() - 12 * 60_000).toISOString()
    const own = entry({ sender_id: ME, created_at: twelveMinutesAgo })
    const { sent, edited, user, input } = setUp({ kind: 'edit', message: own, text: 'text 1' })
    expect(input).toHaveValue('text 1')
    expect(screen.getByRole('timer')).toHaveTextContent(/^(3:00|2:5\d) left$/)

    await user.type(input, ' corrected{Enter}')

    expect(edited).toEqual([['m1', 'text 1 corrected']])
    expect(sent).toEqual([])
    expect(input).toHaveValue('')
  })

  it('is stopped with Escape', async () => {
    const { edited, user, input } = setUp({ kind: 'edit', message: entry({ sender_id: ME }), text: 'text 1' })

    await user.type(input, 'x{Escape}')

    expect(screen.queryByRole('timer')).not.toBeInTheDocument()
    expect(edited).toEqual([])
  })
})

describe('mentioning', () => {
  it('completes a Chinese name with the keyboard and says who is meant', async () => {
    const { sent, user, input } = setUp()

    await user.type(input, 'look @陳')
    expect(await screen.findByRole('option', { name: /陳美/ })).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(input).toHaveValue('look @陳美 ')
    await user.type(input, 'please{Enter}')

    expect(sent).toEqual([{ message_type: 'text', content: 'look @陳美 please', mentions: [OTHER] }])
  })

  it('does not say so of a name that was taken out again', async () => {
    const { sent, user, input } = setUp()
    await user.type(input, '@joh')
    await user.click(await screen.findByRole('option', { name: /John Doe/ }))

    await user.clear(input)
    await user.type(input, 'never mind{Enter}')

    expect(sent).toEqual([{ message_type: 'text', content: 'never mind' }])
  })
})

describe('attaching', () => {
  it.each([
    ['image/jpeg', 'image_ref'],
    ['application/pdf', 'file_ref'],
  ])('refers to an uploaded file of %s by %s', async (type, messageType) => {
    const { sent, user } = setUp()

    await attach(user, photo('oven.jpg'))
    FakeUpload.all[0]?.answer(201, stored('oven.jpg', type))
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled()
    })
    await user.click(screen.getByRole('button', { name: 'Send' }))

    expect(FakeUpload.all[0]).toMatchObject({ method: 'POST', path: '/api/rooms/room/files' })
    expect(sent).toEqual([{ message_type: messageType, content: 'oven.jpg', file_id: 'id of oven.jpg' }])
  })

  it('uploads several at once and posts each, the words before them', async () => {
    const { sent, user, input } = setUp()

    await attach(user, photo('a.jpg'), photo('b.jpg'), photo('c.jpg'))
    expect(FakeUpload.all).toHaveLength(2)
    FakeUpload.all[0]?.progress(0.5)
    expect(screen.getByRole('progressbar', { name: 'Progress of a.jpg' })).toHaveAttribute('aria-valuenow', '50')
    FakeUpload.all[0]?.answer(201, stored('a.jpg'))
    await waitFor(() => {
      expect(FakeUpload.all).toHaveLength(3)
    })
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
    FakeUpload.all[1]?.answer(201, stored('b.jpg'))
    FakeUpload.all[2]?.answer(201, stored('c.jpg'))
    await user.type(input, 'all of it')
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled()
    })
    await user.keyboard('{Enter}')

    expect(sent.map(({ content, file_id: id }) => [content, id])).toEqual([
      ['all of it', undefined],
      ['a.jpg', 'id of a.jpg'],
      ['b.jpg', 'id of b.jpg'],
      ['c.jpg', 'id of c.jpg'],
    ])
  })

  it('stops an upload that is taken out', async () => {
    const { user } = setUp()
    await attach(user, photo('oven.jpg'))

    await user.click(screen.getByRole('button', { name: 'Remove oven.jpg' }))

    expect(FakeUpload.all[0]?.aborted).toBe(true)
    expect(screen.queryByText('oven.jpg')).not.toBeInTheDocument()
  })

  it('takes what is pasted', () => {
    const { input } = setUp()

    fireEvent.paste(input, { clipboardData: { files: [photo('pasted.png')] } })

    expect(screen.getByText('pasted.png')).toBeInTheDocument()
  })

  it.each([
    [413, 'too_large', 'The file is too large: at most 20 MB for an image and 50 MB for other files.'],
    [415, 'unsupported_media_type', 'This type of file is not accepted.'],
    [422, 'invalid_field', /^This file cannot be taken/],
    [409, 'room_archived', 'This incident is archived and can only be read.'],
  ])('says why an upload was refused with %d %s, keeps the text, and tries again', async (status, code, text) => {
    const { sent, user, input } = setUp()
    await user.type(input, 'see here')
    await attach(user, photo('oven.jpg'))

    FakeUpload.all[0]?.answer(status, { code })

    expect(await screen.findByRole('alert')).toHaveTextContent(text)
    expect(input).toHaveValue('see here')
    expect(sent).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Upload oven.jpg again' }))
    expect(FakeUpload.all).toHaveLength(2)
  })

  it('renews a session that ran out on the way, and sends the file again', async () => {
    const { user } = setUp()
    await attach(user, photo('oven.jpg'))

    FakeUpload.all[0]?.answer(401, { code: 'unauthenticated' })

    await vi.waitFor(() => {
      expect(FakeUpload.all).toHaveLength(2)
    })
  })
})
