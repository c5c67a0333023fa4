import { describe, expect, it } from 'vitest'
import { piecesOf } from './richText'

const pieces = (text: string, named: string[] = [], mine: string[] = []) =>
  piecesOf(text, named, mine).map((piece) => [piece.kind, piece.text])

describe('the text of a message', () => {
  it('shows web addresses as links, up to where the sentence goes on', () => {
    expect(pieces('see https://plant.example/manual?p=3, then ask')).toEqual([
      ['text', 'see '],
      ['link', 'https://plant.example/manual?p=3'],
      ['text', ', then ask'],
    ])
    expect(piecesOf('請看 http://10.0.0.5:8080/a。', [], [])[1]).toMatchObject({ href: 'http://10.0.0.5:8080/a' })
  })

  it.each(['javascript:alert(1)', 'data:text/html,<b>', 'ftp://plant.example', '//plant.example', 'oven3.log'])(
    'leaves %s as text',
    (text) => {
      expect(pieces(text)).toEqual([['text', text]])
    },
  )

  it('shows code as it was written, without looking for links in it', () => {
    expect(pieces('run `curl https://plant.example` or\n```sh\nrm -r "D:\\logs"\n```\ndone')).toEqual([
      ['text', 'run '],
      ['code', 'curl https://plant.example'],
      ['text', ' or\n'],
      ['block', 'rm -r "D:\\logs"'],
      ['text', '\ndone'],
    ])
  })

  it('keeps a lone backtick and markup as text', () => {
    expect(pieces('5` and <img src=x onerror=alert(1)>')).toEqual([
      ['text', '5` and <img src=x onerror=alert(1)>'],
    ])
  })
})

describe('a mention', () => {
  it('is told by any name of who was mentioned, the longest first, and knows when it is me', () => {
    expect(pieces('@陳美請看，@John Doe too, ＠li.wei', ['陳美', 'John', 'John Doe', 'li.wei'])).toEqual([
      ['mention', '@陳美'],
      ['text', '請看，'],
      ['mention', '@John Doe'],
      ['text', ' too, '],
      ['mention', '＠li.wei'],
    ])
    expect(piecesOf('@陳美', ['陳美'], ['陳美'])).toEqual([{ kind: 'mention', text: '@陳美', me: true }])
  })

  it('is not found in the beginning of another word, nor where nobody was mentioned', () => {
    expect(pieces('@li.weird', ['li.wei'])).toEqual([['text', '@li.weird']])
    expect(pieces('@陳美')).toEqual([['text', '@陳美']])
  })
})
