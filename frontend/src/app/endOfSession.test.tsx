import { act, screen, waitFor } from '@testing-library/react'
import i18next from 'i18next'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RequireSession } from '../features/auth/RequireSession'
import { session } from '../features/auth/currentSession'
import { SignInPage } from '../features/auth/SignInPage'
import { RoomPage } from '../features/conversation/RoomPage'
import { outboxOf } from '../realtime/Outbox'
import { fakeServer, grant, json, problem } from '../testing/fakeServer'
import { FakeWebSocket } from '../testing/FakeWebSocket'
import { ME, OTHER, page, post } from '../testing/frames'
import { renderInApp } from '../testing/render'
import { forgetAtEndOfSession } from './endOfSession'
import { queryClient } from './queryClient'

const room = {
  room_id: 'room',
  title: 'Line 3 oven',
  incident_type: 'safety',
  severity: 'high',
  status: 'active',
  created_by: OTHER,
  created_at: '2026-11-22T03:00:00.000Z',
  member_count: 2,
  my_role: 'EDITOR',
  version: 1,
}

let renewed: () => Response
let stopForgetting: () => void

beforeEach(async () => {
  FakeWebSocket.install()
  fakeServer(({ path }) => {
    if (path === '/api/auth/login') return grant('t1', 600, ME)
    if (path === '/api/auth/refresh') return renewed()
    return path.includes('/messages') ? json(page([], 0)) : json(room)
  })
  stopForgetting = forgetAtEndOfSession()
  await session.signIn('li.wei', 'andon-demo')
  queryClient.setQueryData(['rooms'], [room])
  outboxOf(ME, 'room').put(post('unsent'))
})
afterEach(async () => {
  stopForgetting()
  await i18next.changeLanguage('en')
})

async function openRoom() {
  renderInApp(
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route element={<RequireSession />}>
        <Route path="/rooms/:roomId" element={<RoomPage />} />
      </Route>
    </Routes>,
    '/rooms/room',
  )
  await waitFor(() => {
    expect(FakeWebSocket.opened).toHaveLength(1)
  })
}

describe('when somebody else has signed in with another tab', () => {
  beforeEach(() => {
    renewed = () => grant('t2', 600, OTHER)
  })

  it.each([
    ['en', /Somebody else has signed in to Andon in this browser/],
    ['zh-TW', /已有其他人在此瀏覽器登入 Andon/],
  ])('the room closes and the sign-in page says why, in %s', async (language, text) => {
    await i18next.changeLanguage(language)
    await openRoom()

    await act(() => session.renew())

    expect(screen.getByRole('status')).toHaveTextContent(text)
    expect(screen.queryByRole('log')).not.toBeInTheDocument()
    expect(FakeWebSocket.latest.closed).toBe(true)
  })

  it('nothing is kept of what the last one had open or had not sent', async () => {
    await session.renew()

    expect(queryClient.getQueryCache().getAll()).toEqual([])
    expect(outboxOf(ME, 'room').unacknowledged()).toEqual([])
  })
})

describe('when the session has run out', () => {
  it('messages that were not sent wait for their author to come back', async () => {
    renewed = () => problem(401, 'unauthenticated')

    await session.renew()

    expect(queryClient.getQueryCache().getAll()).toEqual([])
    expect(outboxOf(ME, 'room').unacknowledged()).toEqual([post('unsent')])
  })
})
