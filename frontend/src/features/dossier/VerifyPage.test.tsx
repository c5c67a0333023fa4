import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cases, type Entries, readBlobs, sample, zipped } from '../../testing/dossier'
import { type Call, fakeServer, json, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { VerifyPage } from './VerifyPage'

let calls: Call[]

beforeAll(readBlobs)
beforeEach(() => {
  calls = fakeServer(() => json({ keys: [{ x: cases.public_key }] }))
})

async function check(entries: Entries) {
  renderInApp(<VerifyPage />)
  const file = new File([await zipped(entries)], 'oven.zip', { type: 'application/zip' })
  await userEvent.upload(await screen.findByLabelText(/Drop a dossier here/), file)
}

describe('the page that checks a dossier', () => {
  it('says that one is as it was sealed, and what it is of, and sends nothing', async () => {
    await check(sample())

    expect(await screen.findByText('As it was sealed')).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: 'oven.zip' })).toBeInTheDocument()
    expect(screen.getByText(new RegExp(`^Events: ${cases.events.length} `))).toBeInTheDocument()
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/dossier-keys'])
  })

  it('names what was changed', async () => {
    const [first] = cases.files

    await check(sample().set(first?.name ?? '', 'something else'))

    expect(await screen.findByText('Not as it was sealed')).toBeInTheDocument()
    expect(screen.getByRole('list', { name: 'What was found' })).toHaveTextContent(`${first?.name ?? ''} was changed.`)
  })

  it('does not say whose it is while the keys cannot be read', async () => {
    calls = fakeServer(() => problem(503, 'unavailable'))

    await check(sample())

    expect(await screen.findByText(/The keys of this installation cannot be read now/)).toBeInTheDocument()
    expect(await screen.findByText('Consistent')).toBeInTheDocument()
  })

  it('refuses what is no dossier', async () => {
    await check(new Map([['notes.txt', 'hello']]))

    expect(await screen.findByText('Not checked')).toBeInTheDocument()
    expect(screen.getByText('It has no manifest.json that this version understands.')).toBeInTheDocument()
  })
})
