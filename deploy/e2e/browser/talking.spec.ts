import { expect, type Page, test } from '@playwright/test'
import { choose, enter, field, newRoom, say, saying, timeline } from './people.js'

let li: Page
let chen: Page

test.beforeEach(async ({ browser, baseURL }) => {
  const { room } = await newRoom(baseURL!, 'Conveyor stops')
  li = await enter(browser, baseURL!, 'li.wei', room)
  chen = await enter(browser, baseURL!, 'chen.mei', room)
})

test.afterEach(async () => {
  await li.context().close()
  await chen.context().close()
})

test('two people talk, see each other type and what the other has read', async () => {
  await expect(li.getByRole('list', { name: 'Online now' })).toContainText('陳美')

  await field(chen).pressSequentially('I see smoke', { delay: 30 })
  await expect(li.getByRole('status', { name: 'Who is typing' })).toContainText('陳美 is typing')
  await chen.keyboard.press('Enter')

  await expect(saying(li, 'I see smoke')).toBeVisible()
  await expect(li.getByRole('status', { name: 'Who is typing' })).toBeEmpty()
  await say(li, '馬上過去 🙏')
  await expect(saying(chen, '馬上過去 🙏')).toBeVisible()
  await expect(saying(li, '馬上過去 🙏').getByRole('img', { name: 'Read by 陳美' })).toBeVisible()
})

test('a message is edited, reacted to, answered and deleted, before the eyes of the other', async () => {
  await say(li, 'Temperature is 85')
  await expect(saying(chen, 'Temperature is 85')).toBeVisible()

  await choose(li, 'Temperature is 85', 'Edit')
  await expect(li.getByRole('timer')).toContainText(/1[45]:\d\d left/)
  await field(li).fill('Temperature is 95')
  await li.keyboard.press('Enter')
  await expect(saying(chen, 'Temperature is 95')).toContainText('edited')

  await saying(chen, 'Temperature is 95').hover()
  await saying(chen, 'Temperature is 95').getByRole('button', { name: 'Add a reaction' }).click()
  await chen.getByRole('button', { name: 'React with 👀' }).click()
  await expect(saying(li, 'Temperature is 95').getByRole('button', { name: '👀 1' })).toBeVisible()
  await saying(li, 'Temperature is 95').getByRole('button', { name: '👀 1' }).click()
  await expect(saying(chen, 'Temperature is 95').getByRole('button', { name: '👀 2' })).toBeVisible()

  await choose(chen, 'Temperature is 95', 'Reply')
  await say(chen, 'Shutting it down')
  await expect(saying(li, 'Shutting it down')).toContainText('In reply to 李偉: Temperature is 95')

  await choose(li, 'Temperature is 95', 'Delete')
  await li.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(saying(chen, 'Message deleted').first()).toBeVisible()
  await expect(timeline(chen).getByText('Temperature is 95')).toHaveCount(0)
})

test('an emoji is found by its name', async () => {
  await say(li, 'It works again')
  await saying(li, 'It works again').hover()
  await saying(li, 'It works again').getByRole('button', { name: 'Add a reaction' }).click()

  await li.getByRole('searchbox', { name: 'Search emoji' }).fill('rocket')
  await li.getByRole('gridcell', { name: 'Rocket' }).click()

  await expect(saying(chen, 'It works again').getByRole('button', { name: '🚀 1' })).toBeVisible()
})

test('somebody who is elsewhere in the app is told of being mentioned, and led there', async () => {
  await chen.getByRole('link', { name: 'Incidents', exact: true }).click()
  await expect(chen.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()

  await field(li).pressSequentially('@陳', { delay: 30 })
  await li.getByRole('option', { name: /陳美/ }).click()
  await field(li).pressSequentially('please look')
  await li.keyboard.press('Enter')

  await expect(chen.getByRole('alert').filter({ hasText: '李偉 mentioned you' })).toContainText('please look')
  await chen.getByRole('button', { name: /^Notifications: \d+ unread/ }).click()
  await chen.getByRole('dialog').getByRole('link', { name: /please look/ }).first().click()
  await expect(saying(chen, '@陳美 please look')).toBeVisible()
})

test('the keyboard alone goes to a message and does something with it', async () => {
  await say(chen, 'first')
  await expect(saying(li, 'first')).toBeVisible()

  await timeline(li).focus()
  await li.keyboard.press('ArrowUp')
  await expect(saying(li, 'first')).toBeFocused()
  await li.keyboard.press('Tab')
  await li.keyboard.press('Tab')
  await li.keyboard.press('Enter')

  await expect(field(li)).toBeFocused()
  await say(li, 'second')
  await expect(saying(chen, 'second')).toContainText('In reply to 陳美: first')
})
