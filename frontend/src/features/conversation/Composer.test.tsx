import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { PostFrame } from '../../realtime/frames'
import { fakeServer, json, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { Composer } from './Composer'

function setUp() {
  const sent: Omit<PostFrame, 'type' | 'client_msg_id'>[] = []
  renderInApp(<Composer roomId="room" onSend={(message) => sent.push(message)} />)
  return { sent, user: userEvent.setup(), input: screen.getByLabelText('Message') }
}

const photo = new File(['bytes'], 'oven.jpg', { type: 'image/jpeg' })
const uploaded = (type: string) => json({ file_id: 'f1', file_name: 'oven.jpg', content_type: type }, 201)

async function attach(user: ReturnType<typeof userEvent.setup>) {
  const chooser = document.querySelector<HTMLInputElement>('input[type=file]')
  if (chooser === null) throw new Error('no file input')
  await user.upload(chooser, photo)
}

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

  it.each([
    ['image/jpeg', 'image_ref'],
    ['application/pdf', 'file_ref'],
  ])('refers to an uploaded file of %s by %s', async (type, messageType) => {
    const calls = fakeServer(() => uploaded(type))
    const { sent, user } = setUp()

    await attach(user)
    await user.click(screen.getByRole('button', { name: 'Send' }))

    expect(calls).toMatchObject([{ method: 'POST', path: '/api/rooms/room/files' }])
    expect(sent).toEqual([{ message_type: messageType, content: 'oven.jpg', file_id: 'f1' }])
  })

  it.each([
    [413, 'too_large', 'The file is too large: at most 20 MB for an image and 50 MB for other files.'],
    [415, 'unsupported_media_type', 'This type of file is not accepted.'],
    [422, 'invalid_field', /^This file cannot be taken/],
    [409, 'room_archived', 'This incident is archived and can only be read.'],
  ])('keeps text and file when the upload is refused with %d %s, and says why', async (status, code, text) => {
    fakeServer(() => problem(status, code))
    const { sent, user, input } = setUp()

    await user.type(input, 'see here')
    await attach(user)
    await user.click(screen.getByRole('button', { name: 'Send' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(text)
    expect(input).toHaveValue('see here')
    expect(screen.getByText('oven.jpg')).toBeInTheDocument()
    expect(sent).toEqual([])
  })
})
