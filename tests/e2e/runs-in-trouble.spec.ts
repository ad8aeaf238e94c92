import { expect, type Page, test } from '@playwright/test'
import { answerJson, type FarSide, openFarSide } from '../integration/execution/support/far-side'
import { byKeyboard } from './support/by-keyboard'
import { inPage } from './support/in-page'
import { freshName, newWorkspace } from './support/new-workspace'
import { owner, productUrl } from './support/owner'
import { signInByForm } from './support/sign-in-by-form'

test.describe.configure({ mode: 'serial' })

/** A service that does what it is asked and then, when told to, loses its answer. */
let far: FarSide
let page: Page
let slug: string
let connection: string
const sent = (path: string) => far.requests.filter((request) => request.path === path).length
const losesAnswers = () => {
  far.answer = (_, response) => void response.destroy()
}

test.beforeAll(async ({ browser }) => {
  far = await openFarSide()
  page = await (await browser.newContext()).newPage()
  await signInByForm(page, productUrl(), owner)
  slug = await newWorkspace(page, freshName('Trouble'))
  const body = { connector: 'http', name: 'Far side', values: { hosts: far.host }, allowPrivate: true }
  connection = (await inPage(page, slug, 'POST', '/connections', body)).id
})
test.afterAll(async () => {
  await page.context().close()
  await far.close()
})

const request = (id: string, path: string, action = 'http.request.send') => ({
  id,
  type: 'action',
  name: `Call ${id}`,
  action,
  connection,
  input: {
    url: { value: `${far.url}/${path}` },
    ...(action.endsWith('send') ? { method: { value: 'POST' } } : {}),
  },
})
const start = { id: 'start', type: 'trigger.form', name: 'Start', config: { fields: [] } }
const note = {
  id: 'note_it',
  type: 'set',
  name: 'Note it',
  config: { fields: [{ key: 'told', value: { text: 'It answered {{ send.status }}' } }] },
}

async function live(name: string, nodes: readonly { id: string }[]): Promise<string> {
  const edges = nodes.slice(1).map(({ id }, at) => ({ from: nodes[at]?.id, exit: 'out', to: id }))
  const document = { schema: 1, nodes, edges }
  const { id } = await inPage(page, slug, 'POST', '/workflows', { name, document })
  await inPage(page, slug, 'POST', `/workflows/${id}/publish`, {})
  return id
}
async function run(workflow: string): Promise<void> {
  const { id } = await inPage(page, slug, 'POST', `/workflows/${workflow}/runs`, { input: {} })
  await page.goto(`${productUrl()}/w/${slug}/runs/${id}`)
}
const status = (words: string) => expect(page.getByRole('heading', { level: 1 })).toContainText(words)
const step = (name: string) => page.getByRole('list', { name: 'Steps' }).getByRole('button', { name })
const button = (name: string) => page.getByRole('button', { name }).first()
const retryFrom = async (name: string) => {
  await button('Retry from here').click()
  const dialog = page.getByRole('dialog', { name: `Retry from ‘${name}’` })
  await dialog.getByRole('button', { name: 'Retry' }).click()
}

test('a run that waits is cancelled, and run again', async () => {
  const wait = { id: 'rest', type: 'wait', name: 'Rest', config: { for: 'PT1H' } }
  await run(await live('Rests', [start, wait]))
  await status('Waiting')
  await button('Cancel run').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel run' }).click()
  await status('Cancelled')
  const before = page.url()
  await button('Run again').click()
  await page.getByRole('dialog', { name: 'Run again' }).getByRole('button', { name: 'Run again' }).click()
  await expect(page).not.toHaveURL(before)
  await status('Waiting')
  await button('Cancel run').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Let it run' }).click()
  await status('Waiting')
})

test('an outcome that nobody knows is told by keyboard, with what the call gave', async () => {
  losesAnswers()
  await run(await live('Loses its answer', [start, request('send', 'told'), note]))
  await expect(page.getByText('This may or may not have happened').first()).toBeVisible()
  const keys = byKeyboard(page)
  await keys.use(button('It happened…'))
  const dialog = page.getByRole('dialog', { name: '‘Call send’ happened' })
  await keys.type('{ "status": "fine" }')
  await keys.use(dialog.getByRole('button', { name: 'It happened' }))
  await expect(dialog.getByRole('alert')).toContainText('‘status’')
  await keys.fill(
    dialog.getByLabel('What it gave, as JSON'),
    '{ "status": 201, "ok": true, "content_type": "", "body": "", "headers": {} }',
  )
  await keys.use(dialog.getByRole('button', { name: 'It happened' }))
  await status('Done')
  expect(sent('/told')).toBe(1)
  await step('Note it').click()
  await expect(page.getByText('It answered 201').first()).toBeVisible()
})

test('when nobody says what it gave, the later step that uses it fails by name', async () => {
  losesAnswers()
  await run(await live('Gives nothing', [start, request('send', 'untold'), note]))
  await button('It happened…').click()
  await page.getByRole('dialog').getByRole('button', { name: 'It happened' }).click()
  await status('Failed')
  await expect(page.getByText(/"Note it" needs "send.status"/).first()).toBeVisible()
})

test('it is sent again, or left out, as a person says', async () => {
  losesAnswers()
  const workflow = await live('Asks what to do', [start, request('send', 'again'), note])
  await run(workflow)
  await expect(button('Send it again')).toBeVisible()
  far.answer = answerJson({ fine: true })
  await button('Send it again').click()
  await status('Done')
  expect(sent('/again')).toBe(2)

  losesAnswers()
  await run(workflow)
  await button('Skip it').click()
  await status('Done')
  expect(sent('/again')).toBe(3)
  await page.getByRole('tab', { name: /^Effects/ }).click()
  await expect(page.getByRole('tabpanel')).toContainText(/skipped|left out/i)
})

test('a retry from a step never repeats what was confirmed', async () => {
  far.answer = ({ path }, response) => {
    response.writeHead(path === '/mend' ? 404 : 200, { 'content-type': 'application/json' })
    response.end('{}')
  }
  const nodes = [start, request('send', 'once'), request('look', 'mend', 'http.request.get'), note]
  await run(await live('Fails later', nodes))
  await status('Failed')
  far.answer = answerJson({ fine: true })
  await retryFrom('Call look')
  await status('Done')
  expect([sent('/once'), sent('/mend')]).toEqual([1, 2])

  await step('Call send').click()
  const before = page.url()
  await retryFrom('Call send')
  await expect(page).not.toHaveURL(before)
  await status('Done')
  expect([sent('/once'), sent('/mend')]).toEqual([1, 3])
})
