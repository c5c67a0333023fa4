import specification from '@asyncapi/specs/schemas/3.0.0-without-$id.json'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import document from '../../../contracts/src/main/resources/asyncapi.yaml?raw'

// The official schema comes from npm alone, so this half of the document's tests is here; the other is in contracts.
const ajv = new Ajv({ strict: false, allErrors: true })
addFormats(ajv)
const isAsyncApi = ajv.compile(specification)

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3', () => {
    isAsyncApi(parse(document))

    expect(isAsyncApi.errors).toBeNull()
  })

  it('would be refused with a channel that is none', () => {
    const broken = document.replace('address: /ws/me', 'adress: /ws/me')

    expect(isAsyncApi(parse(broken))).toBe(false)
  })
})
