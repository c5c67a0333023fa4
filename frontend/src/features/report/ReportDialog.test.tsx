import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Call, fakeServer, grant, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { aRoom } from '../../testing/rooms'
import { session } from '../auth/currentSession'
import { ReportDialog } from './ReportDialog'

let answer: () => Response | Promise<Response>
let calls: Call[]
let saved: string[]
const open = vi.fn<() => { opener: unknown } | null>()

beforeEach(async () => {
  answer = () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html;charset=UTF-8' } })
  calls = fakeServer(({ path }) => (path.startsWith('/api/auth') ? grant('secret') : answer()))
  await session.signIn('li.wei', 'andon-demo')
  saved = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  vi.stubGlobal('open', open.mockReset().mockReturnValue({ opener: window }))
  URL.createObjectURL = () => 'blob:report'
  URL.revokeObjectURL = () => undefined
})

const show = () => renderInApp(<ReportDialog room={aRoom({ room_id: 'r1', title: 'Oven' })} onClose={() => undefined} />)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: RegExp | string) => userEvent.click(await screen.findByRole('radio', { name }))
const asked = () => calls.map(({ path }) => path).filter((path) => path.includes('/report'))

describe('the report of an incident', () => {
  it('is downloaded as PDF in the reader’s language, the token in no address', async () => {
    show()

    await press('Download')

    await vi.waitFor(() => {
      expect(saved).toEqual(['Oven.pdf'])
    })
    expect(calls.at(-1)).toMatchObject({ path: '/api/rooms/r1/report?format=pdf&lang=en', token: 'secret' })
  })

  it('comes in another format and language when these are chosen', async () => {
    show()

    await choose(/Markdown/)
    await choose('繁體中文')
    await press('Download')

    await vi.waitFor(() => {
      expect(saved).toEqual(['Oven.md'])
    })
    expect(asked()).toEqual(['/api/rooms/r1/report?format=md&lang=zh-TW'])
  })

  it('is opened in a tab of its own, which cannot reach back', async () => {
    const tab = { opener: window }
    open.mockReturnValue(tab)
    show()
    expect(screen.queryByRole('button', { name: 'Open' })).not.toBeInTheDocument()

    await choose(/Web page/)
    await press('Open')

    await vi.waitFor(() => {
      expect(open).toHaveBeenCalledWith('blob:report', '_blank')
    })
    expect(tab.opener).toBeNull()
    expect(asked()).toEqual(['/api/rooms/r1/report?format=html&lang=en'])
  })

  it('waits to be opened where the browser lets no tab open by itself, and is not made again for it', async () => {
    open.mockReturnValueOnce(null)
    show()
    await choose(/Web page/)
    await press('Open')
    expect(await screen.findByText(/The report is ready/)).toBeInTheDocument()

    await press('Open')

    expect(open).toHaveBeenCalledTimes(2)
    expect(asked()).toHaveLength(1)
    expect(screen.queryByText(/The report is ready/)).not.toBeInTheDocument()
  })

  it('is told to be in the making, and left alone until it is there', async () => {
    let arrive: (response: Response) => void = () => undefined
    answer = () => new Promise((resolve) => (arrive = resolve))
    show()

    await press('Download')
    expect(await screen.findByText(/The report is being made/)).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: /JSON/ })).toBeDisabled()

    arrive(new Response('%PDF-'))
    await vi.waitFor(() => {
      expect(saved).toEqual(['Oven.pdf'])
    })
    expect(screen.queryByText(/The report is being made/)).not.toBeInTheDocument()
  })

  it.each([
    [403, 'forbidden', /You are not allowed/],
    [429, 'too_many_reports', /being made already/],
    [503, 'report_timed_out', /took too long/],
    [503, 'file_service_unavailable', /photos and files cannot be reached/],
    [503, 'room_service_unavailable', /facts cannot be reached/],
  ])('that is refused with %d %s is said to be in plain words, and can be asked for again', async (status, code, text) => {
    answer = () => problem(status, code, { 'Retry-After': '5' })
    show()

    await press('Download')
    expect(await screen.findByRole('alert')).toHaveTextContent(text)

    answer = () => new Response('%PDF-')
    await press('Download')
    await vi.waitFor(() => {
      expect(saved).toEqual(['Oven.pdf'])
    })
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })
})
