import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { fakeServer, grant, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { session } from './currentSession'
import { SignInForm } from './SignInForm'

async function signInWith(username: string, password: string) {
  const user = userEvent.setup()
  renderInApp(<SignInForm notice={null} />)
  if (username !== '') await user.type(screen.getByLabelText('User name'), username)
  if (password !== '') await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

describe('the sign-in form', () => {
  it('signs in', async () => {
    const calls = fakeServer(() => grant('t1'))

    await signInWith(' li.wei ', 'andon-demo')

    expect(calls).toMatchObject([{ path: '/api/auth/login', body: { username: 'li.wei', password: 'andon-demo' } }])
    expect(session.state().status).toBe('signed_in')
  })

  it('names the fields that are missing without asking the server', async () => {
    const calls = fakeServer(() => grant('t1'))

    await signInWith('', '')

    expect(screen.getByLabelText('User name')).toHaveAccessibleDescription(/Enter your account name/)
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/Enter your password/)
    expect(calls).toEqual([])
  })

  it('says that the credentials are wrong and empties the password', async () => {
    fakeServer(() => problem(401, 'invalid_credentials'))

    await signInWith('li.wei', 'wrong')

    expect(await screen.findByRole('alert')).toHaveTextContent('User name or password is not right.')
    expect(screen.getByLabelText('Password')).toHaveValue('')
    expect(screen.getByLabelText('User name')).toHaveValue('li.wei')
    expect(screen.getByLabelText('Password')).toHaveFocus()
  })

  it('says how long to wait after too many attempts and does not let one try before', async () => {
    fakeServer(() => problem(429, 'too_many_attempts', { 'Retry-After': '17' }))

    await signInWith('li.wei', 'wrong')

    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 17 seconds.')
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled()
  })

  it('tells a long wait in minutes, and lets somebody else sign in meanwhile', async () => {
    fakeServer(() => problem(429, 'too_many_attempts', { 'Retry-After': '125' }))

    await signInWith('li.wei', 'wrong')
    expect(await screen.findByRole('timer')).toHaveTextContent('Try again in 2:05 minutes.')
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled()

    await userEvent.clear(screen.getByLabelText('User name'))
    await userEvent.type(screen.getByLabelText('User name'), 'chen.mei')
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  })

  it.each([
    ['the directory is away', () => problem(503, 'directory_unavailable'), /company directory is not answering/],
    ['the network is away', () => Promise.reject(new TypeError('Failed to fetch')), /Check the network/],
    ['something is new to it', () => problem(418, 'teapot'), /tell your system administrator/],
  ])('says what to do when %s', async (_, answer, text) => {
    fakeServer(answer)

    await signInWith('li.wei', 'andon-demo')

    expect(await screen.findByRole('alert')).toHaveTextContent(text)
  })
})
