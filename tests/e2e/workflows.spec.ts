import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { goTo } from './support/by-pointer'
import { editorOf } from './support/editor'
import { freshName, newWorkspace } from './support/new-workspace'
import { owner, productUrl } from './support/owner'
import { signInByForm } from './support/sign-in-by-form'

test.describe.configure({ mode: 'serial' })

let page: Page
let workspace: string
let exported: string
test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  await signInByForm(page, productUrl(), owner)
  workspace = freshName('Drawings')
  await newWorkspace(page, workspace)
})
test.afterAll(() => page.context().close())

const greeting = {
  schema: 1,
  nodes: [
    { id: 'start', type: 'trigger.form', name: 'Begin', config: { fields: [] } },
    {
      id: 'greet',
      type: 'set',
      name: 'Greet',
      config: { fields: [{ key: 'text', value: { value: 'hi' } }] },
    },
    { id: 'leave', type: 'stop', name: 'Leave', config: { status: 'succeeded' } },
  ],
  edges: [
    { from: 'start', exit: 'out', to: 'greet' },
    { from: 'greet', exit: 'out', to: 'leave' },
  ],
}
const file = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
})
const rows = () => page.getByRole('list', { name: 'Workflows' }).getByRole('listitem')
const card = (name: string) => editorOf(page).card(name)
const more = async (of: string, item: string) => {
  await page.getByRole('button', { name: of, exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
const said = (words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible()
const saved = () => expect(page.getByText(/^Saved/)).toBeVisible()
const bring = (chosen: ReturnType<typeof file>) => page.getByLabel('Workflow file').setInputFiles(chosen)

test('an empty workspace says how to begin; a workflow is made and named', async () => {
  await goTo(page, 'Workflows')
  await expect(page).toHaveTitle(`Workflows · ${workspace} · Handrail`)
  await said('Draw your first workflow')
  await page.getByRole('button', { name: 'New workflow' }).first().click()
  await page.getByRole('menuitem', { name: 'Empty canvas' }).click()
  await said('How does it start?')
  const name = page.getByLabel('Name of the workflow')
  await name.fill('Greets people')
  await name.press('Enter')
  await expect(page).toHaveTitle(`Greets people · ${workspace} · Handrail`)
  await name.fill('Something else')
  await name.press('Escape')
  await expect(name).toHaveValue('Greets people')
})

test('a file is imported into the draft; one that is broken, too large or of another version is not', async () => {
  await more('More', 'Import into this draft…')
  const dialog = page.getByRole('dialog', { name: 'Import into this draft' })
  const problem = dialog.getByRole('alert')
  await bring(file('broken.json', '{ "nodes": ['))
  await expect(problem).toContainText('not JSON')
  await bring(file('large.json', 'x'.repeat(2 * 1024 * 1024)))
  await expect(problem).toContainText('too large')
  await bring(file('newer.json', { ...greeting, schema: 7 }))
  await expect(problem).toContainText('Export it again')
  await bring(file('odd.json', { ...greeting, nodes: [{ id: 'start', type: 'teleport' }] }))
  await expect(problem).toContainText(/known form/)
  await bring(file('greeting.json', { name: 'Hello', document: greeting }))
  await expect(dialog).toBeHidden()
  for (const name of ['Begin', 'Greet', 'Leave']) await expect(card(name)).toBeVisible()
  await saved()
})

test('steps are deleted together, brought back, and taken to another workflow', async () => {
  await card('Greet').click()
  await page.getByRole('button', { name: 'Close the panel' }).click()
  await card('Leave').click({ modifiers: ['Shift'] })
  await page.keyboard.press('Delete')
  await expect(card('Greet')).toBeHidden()
  await expect(card('Leave')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(card('Leave')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(card('Leave')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(card('Greet')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+c')
  await saved()

  await page.getByRole('link', { name: 'All workflows' }).click()
  await page.getByRole('button', { name: 'New workflow' }).first().click()
  await page.getByRole('menuitem', { name: 'Empty canvas' }).click()
  await said('How does it start?')
  await page.keyboard.press('ControlOrMeta+v')
  for (const name of ['Begin', 'Greet', 'Leave']) await expect(card(name)).toBeVisible()
  await saved()
  await more('More', 'Delete…')
  await page.getByRole('button', { name: 'Delete workflow' }).click()
  await expect(rows()).toHaveCount(1)
})

test('versions are published, looked at, restored and put live; the back button leads to the draft', async () => {
  await page.getByRole('link', { name: 'Greets people' }).click()
  const publish = async (number: number) => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: `Publish version ${number}` }).click()
    await said(`Version ${number} is live.`)
  }
  await publish(1)
  await card('Leave').click()
  await page.keyboard.press('Delete')
  await expect(card('Leave')).toBeHidden()
  await saved()
  await publish(2)

  await more('More', 'Versions')
  const versions = page.getByRole('dialog', { name: 'Versions' }).getByRole('listitem')
  await expect(versions).toHaveCount(2)
  await versions.nth(1).getByRole('button', { name: /^View/ }).click()
  await expect(card('Leave')).toBeVisible()
  await expect(page).toHaveURL(/\?version=ver_/)
  const deepLink = page.url()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  await expect(card('Leave')).toBeHidden()
  await page.goForward()
  await expect(card('Leave')).toBeVisible()
  await page.goto(deepLink)
  await expect(card('Leave')).toBeVisible()
  await page.getByRole('button', { name: 'Make it the draft' }).click()
  await said('Version 1 is the draft again.')
  await expect(page).not.toHaveURL(/version=/)
  await expect(card('Leave')).toBeVisible()

  await more('More', 'Versions')
  await versions
    .nth(1)
    .getByRole('button', { name: /^Put live/ })
    .click()
  await said('Version 1 is live.')
  await expect(versions.nth(1)).toContainText('Live')
  await page.keyboard.press('Escape')
})

test('a run is opened in the editor by its address', async () => {
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Run' })
  await dialog.getByRole('button', { name: /^Run / }).click()
  await expect(card('Leave')).toContainText('Done', { timeout: 30_000 })
  await expect(page).toHaveURL(/\?run=run_/)
  await page.reload()
  await expect(card('Leave')).toContainText('Done')
  await page.getByRole('link', { name: 'Open the run' }).click()
  await expect(page).toHaveURL(/\/runs\/run_/)
  await expect(page).toHaveTitle(/Greets people/)
  await page.goBack()
  await expect(card('Leave')).toContainText('Done')
  await page.getByRole('button', { name: 'Back to editing' }).click()
  await expect(page).not.toHaveURL(/run=/)
})

test('a workflow is exported, duplicated, paused, switched on and deleted from the list', async () => {
  await page.getByRole('link', { name: 'All workflows' }).click()
  const of = 'More for Greets people'
  const [download] = await Promise.all([page.waitForEvent('download'), more(of, 'Export')])
  expect(download.suggestedFilename()).toBe('Greets people.handrail.json')
  exported = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(exported).document.nodes).toHaveLength(3)
  await more(of, 'Pause')
  await said('‘Greets people’ is paused.')
  await expect(rows().filter({ hasText: 'Greets people' })).toContainText('Paused')
  await more(of, 'Switch on')
  await expect(rows().filter({ hasText: 'Greets people' })).toContainText('Live v1')
  await more(of, 'Duplicate')
  await expect(rows()).toHaveCount(2)
  await more('More for Greets people (copy)', 'Delete…')
  await page.getByRole('button', { name: 'Delete workflow' }).click()
  await expect(rows()).toHaveCount(1)
})

test('a file becomes a workflow of its own, or says why it does not', async () => {
  await bring(file('broken.json', '{ "nodes": ['))
  await said(/This file is not JSON/)
  await bring(file('large.json', 'x'.repeat(2 * 1024 * 1024)))
  await said(/too large for a workflow/)
  await bring(file('newer.json', { ...greeting, schema: 7 }))
  await said(/of version 7.*Export it again/)
  await bring(file('Greets people.handrail.json', exported))
  await expect(card('Greet')).toBeVisible()
  await expect(page.getByLabel('Name of the workflow')).toHaveValue('Greets people')
})
