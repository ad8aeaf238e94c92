import { expect, type Page, test } from '@playwright/test'
import { answerJson, type FarSide, openFarSide } from '../integration/execution/support/far-side'
import { goTo } from './support/by-pointer'
import { editorOf } from './support/editor'
import { inPage } from './support/in-page'
import { freshName, newWorkspace } from './support/new-workspace'
import { owner, productUrl } from './support/owner'
import { signInByForm } from './support/sign-in-by-form'

test.describe.configure({ mode: 'serial' })

const template = freshName('Tells the team')
const [giving, taking] = [freshName('Giving'), freshName('Taking')]
let far: FarSide
let page: Page
let from: string
let to: string
let workflow: string
test.beforeAll(async ({ browser }) => {
  far = await openFarSide()
  far.answer = answerJson({
    ok: true,
    team: 'Acme',
    user: 'bot',
    user_id: 'U1',
    team_id: 'T1',
    url: 'https://acme.example/',
  })
  page = await (await browser.newContext()).newPage()
  await signInByForm(page, productUrl(), owner)
})
test.afterAll(async () => {
  await page.context().close()
  await far.close()
})

const said = (words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible()
const settings = (name: string) => page.goto(`${productUrl()}/w/${from}/settings/${name}`)
const share = async (description: string) => {
  await page.goto(`${productUrl()}/w/${from}/workflows`)
  await page.getByRole('button', { name: `More for ${template}` }).click()
  await page.getByRole('menuitem', { name: 'Share in the catalog…' }).click()
  await page.getByLabel('What it does').fill(description)
  await page.getByRole('button', { name: 'Share template' }).click()
  await said(`‘${template}’ is in the catalog.`)
}

test('a new workspace is made from the switcher and says how to begin', async () => {
  from = await newWorkspace(page, giving)
  await said('No workflow can be started by hand yet')
  await said('Nothing waits for you.')
  await expect(page).toHaveTitle(new RegExp(giving))
  to = await newWorkspace(page, taking)
  await page.getByRole('button', { name: `Workspace ${taking}. Switch` }).click()
  await page.getByRole('menuitemradio', { name: giving }).click()
  await expect(page).toHaveURL(new RegExp(`/w/${from}$`))
})

test('the policy decides whether a path that nobody approves is published', async () => {
  const slack = await inPage(page, from, 'POST', '/connections', {
    connector: 'slack',
    name: 'Team Slack',
    values: { token: 'xoxb-fine' },
    baseUrl: far.url,
    allowPrivate: true,
  })
  const document = {
    schema: 1,
    nodes: [
      { id: 'start', type: 'trigger.form', name: 'Start', config: { fields: [] } },
      {
        id: 'tell',
        type: 'action',
        name: 'Tell them',
        action: 'slack.message.post',
        connection: slack.id,
        input: { channel: { value: 'C000000004' }, text: { value: 'Hello' } },
      },
    ],
    edges: [{ from: 'start', exit: 'out', to: 'tell' }],
  }
  workflow = (await inPage(page, from, 'POST', '/workflows', { name: template, document })).id
  const { checks } = editorOf(page)
  const choose = async (policy: string) => {
    await settings('policy')
    await page.getByRole('radio', { name: policy }).click()
    await page.getByRole('button', { name: 'Save policy' }).click()
    await said('The policy holds from now on.')
    await page.goto(`${productUrl()}/w/${from}/workflows/${workflow}`)
  }
  await choose('Refuse to publish')
  await expect(checks).toHaveAccessibleName('Checks: 1 thing to mend')
  await choose('Say nothing')
  await expect(checks).toHaveAccessibleName('Checks: All checks pass')
  await choose('Warn')
  await expect(checks).toHaveAccessibleName('Checks: 1 warning')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Publish version 1' }).click()
  await said('Version 1 is live.')
})

test('a template is shared, and brought up to date under the same address', async () => {
  await share('Says hello.')
  await goTo(page, 'Catalog')
  await page.getByRole('link', { name: template }).click()
  await said(/Says hello\./)
  const address = page.url()
  await share('Says hello to everyone.')
  await page.goto(address)
  await said(/Says hello to everyone\./)
})

test('it is installed elsewhere, where a connection is missing and is added on the way', async () => {
  await page.goto(`${productUrl()}/w/${to}/catalog`)
  await page.getByRole('link', { name: template }).click()
  await page.getByRole('button', { name: 'Install' }).click()
  const dialog = page.getByRole('dialog', { name: `Install ‘${template}’` })
  await expect(dialog.getByText('There is none here yet.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add a connection to Slack' }).click()
  const adding = page.getByRole('dialog', { name: 'Connect Slack' })
  await adding.getByLabel('Name').fill('Our Slack')
  await adding.getByLabel(/token/i).fill('xoxb-ours')
  await adding.getByText('Another address').click()
  await adding.getByRole('textbox', { name: /^Address/ }).fill(far.url)
  await adding.getByLabel('It may be an address inside our own network').check()
  await adding.getByRole('button', { name: 'Connect' }).click()
  await expect(adding).toBeHidden()
  await expect(dialog.getByRole('combobox')).toContainText('Our Slack')
  await dialog.getByRole('button', { name: 'Install as a draft' }).click()
  const { card, checks } = editorOf(page)
  await expect(card('Tell them')).toBeVisible()
  await expect(checks).toHaveAccessibleName('Checks: 1 warning')

  await page.goto(`${productUrl()}/w/${from}/catalog`)
  await page.getByRole('link', { name: template }).click()
  await page.getByRole('button', { name: 'More for this template' }).click()
  await page.getByRole('menuitem', { name: 'Take out of the catalog…' }).click()
  await page.getByRole('button', { name: 'Delete template' }).click()
  await said(`‘${template}’ is no longer in the catalog.`)
  await expect(page.getByRole('link', { name: template })).toHaveCount(0)
})

test('the audit log of the workspace tells what was done', async () => {
  await settings('audit')
  const log = page.getByRole('list', { name: 'Audit log' }).getByRole('listitem')
  for (const words of [
    'made the workspace',
    'made the connection',
    'changed the policy of the workspace',
    'published the workflow',
    'published the template',
    'changed the template',
    'deleted the template',
  ])
    await expect(log.filter({ hasText: words }).first()).toBeVisible()
})
