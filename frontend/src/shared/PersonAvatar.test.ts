import { expect, it } from 'vitest'
import { initials } from './PersonAvatar'

it.each([
  ['John Doe', 'JD'],
  ['李偉', '李偉'],
  ['歐陽美玲', '美玲'],
  ['操作員 01', '作員'],
  ['madonna', 'M'],
  ['', ''],
])('shortens %j to %j', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
