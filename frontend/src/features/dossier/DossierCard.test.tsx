import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { DossierCard } from './DossierCard'

const saved: string[] = []

// jsdom neither keeps blobs by address nor follows a link to one.
beforeEach(() => {
  saved.length = 0
  Object.assign(URL, { createObjectURL: () => 'blob:dossier', revokeObjectURL: () => undefined })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
})
const download = () => userEvent.click(screen.getByRole('button', { name: 'Download the dossier' }))

describe('the dossier in the settings', () => {
  it('is saved under the name of its room, in the language of who takes it', async () => {
    const calls = fakeServer(() => new Response('PK'))
    renderInApp(<DossierCard roomId="oven-3" />)

    await download()

    await waitFor(() => {
      expect(saved).toEqual(['dossier-oven-3.zip'])
    })
    expect(calls.map(({ path }) => path)).toEqual(['/api/rooms/oven-3/dossier?lang=en'])
  })

  it('that is too large is not saved, and one is told why', async () => {
    fakeServer(() => problem(409, 'dossier_too_large'))
    renderInApp(<DossierCard roomId="oven" />)

    await download()

    expect(await screen.findByRole('alert')).toHaveTextContent('more events or files than a dossier holds')
    expect(saved).toEqual([])
  })

  it('leads to where one is checked', () => {
    renderInApp(<DossierCard roomId="oven" />)

    expect(screen.getByRole('link', { name: 'Check a dossier' })).toHaveAttribute('href', '/verify')
  })
})
