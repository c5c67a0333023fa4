import { act } from '@testing-library/react'
import { vi } from 'vitest'

/** Stands in for the browser's XMLHttpRequest, which only uploads use; the test plays the server. */
export class FakeUpload {
  static all: FakeUpload[] = []

  static install(): void {
    FakeUpload.all = []
    vi.stubGlobal('XMLHttpRequest', FakeUpload)
  }

  method = ''
  path = ''
  status = 0
  responseText = ''
  aborted = false
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  onload: (() => void) | null = null
  onabort: (() => void) | null = null

  open(method: string, path: string): void {
    this.method = method
    this.path = path
  }

  setRequestHeader(): void {
    // What is sent with it is the server's to check.
  }

  getResponseHeader(): string | null {
    return null
  }

  send(): void {
    FakeUpload.all.push(this)
  }

  abort(): void {
    this.aborted = true
    this.onabort?.()
  }

  progress(share: number): void {
    act(() => {
      this.upload.onprogress?.({ loaded: share * 100, total: 100 })
    })
  }

  answer(status: number, body: object): void {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload?.()
  }
}
