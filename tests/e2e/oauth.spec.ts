import { expect, type Page, test } from '@playwright/test'
import { practiceClient } from '../../lib/practice/consent/dialect'
import { type Emulators, startEmulators } from '../../lib/practice/start-emulators'
import { type AppProcess, removeData, startApp } from '../support/app-process'
import { goTo } from './support/by-pointer'
import { inPage } from './support/in-page'
import { freshName, newWorkspace } from './support/new-workspace'
import { owner } from './support/owner'
import { signInByForm } from './support/sign-in-by-form'

test.describe.configure({ mode: 'serial' })

/** A product whose services are emulated ones with pages of their own for consent. */
let far: Emulators
let app: AppProcess
let page: Page
let slug: string
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  far = await startEmulators()
  const { id, secret } = practiceClient
  app = await startApp({
    env: {
      HANDRAIL_OWNER_EMAIL: owner.email,
      HANDRAIL_OWNER_PASSWORD: owner.password,
      HANDRAIL_GITHUB_URL: far.github.url,
      HANDRAIL_GITHUB_CLIENT_ID: id,
      HANDRAIL_GITHUB_CLIENT_SECRET: secret,
      HANDRAIL_GOOGLE_URL: far.google.url,
      HANDRAIL_GOOGLE_CLIENT_ID: id,
      HANDRAIL_GOOGLE_CLIENT_SECRET: secret,
      HANDRAIL_ATLASSIAN_URL: far.jira.url,
      HANDRAIL_ATLASSIAN_CLIENT_ID: id,
      HANDRAIL_ATLASSIAN_CLIENT_SECRET: secret,
      HANDRAIL_SLACK_URL: far.slack.url,
      HANDRAIL_SLACK_CLIENT_ID: id,
      HANDRAIL_SLACK_CLIENT_SECRET: secret,
    },
  })
  page = await (await browser.newContext({ baseURL: app.url })).newPage()
  await signInByForm(page, app.url, owner)
  slug = await newWorkspace(page, freshName('Consent'))
  const step = (id: string, action: string) => ({ id, type: 'action', action, name: id, input: {} })
  await inPage(page, slug, 'POST', '/workflows', {
    name: 'Report a bug',
    document: {
      schema: 1,
      nodes: [
        { id: 'start', type: 'trigger.form', name: 'Start', config: { fields: [] } },
        step('file', 'github.issue.create'),
        step('tell', 'slack.message.post'),
        step('look', 'google.mail.search'),
        step('ticket', 'jira.issue.create'),
      ],
      edges: [],
    },
  })
})
test.afterAll(async () => {
  await page.context().close()
  await app.stop()
  removeData(app)
  await far.close()
})

/** Up to the service's own page, with what it was said to ask for. */
async function leaveFor(product: string, scope: string, action: string, service = product): Promise<void> {
  await goTo(page, 'Connections')
  await page.getByRole('button', { name: 'Add a connection' }).click()
  await page.getByRole('button', { name: new RegExp(`^${product}`) }).click()
  const dialog = page.getByRole('dialog', { name: `Connect ${product}` })
  const asked = dialog.getByRole('region', { name: 'What it asks for' })
  await expect(asked).not.toContainText(scope)
  await dialog.getByRole('combobox', { name: 'For' }).click()
  await page.getByRole('option', { name: 'Report a bug' }).click()
  await expect(asked).toContainText(scope)
  await expect(asked).toContainText(action)
  await dialog.getByRole('button', { name: `Go to ${service}` }).click()
  await expect(page.getByRole('heading', { name: `Sign in to ${service}` })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Asked for' })).toContainText(scope)
}

test('a denial saves nothing and says so', async () => {
  await leaveFor('GitHub', 'repo', 'Create an issue')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'GitHub was not connected' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to Connections' }).click()
  await expect(page.getByText('No connections yet')).toBeVisible()
})

for (const [product, service, scope, action] of [
  ['GitHub', 'GitHub', 'repo', 'Create an issue'],
  ['Slack', 'Slack', 'chat:write', 'Post a message'],
  ['Google Workspace', 'Google', 'gmail.readonly', 'Search mails'],
  ['Jira', 'Atlassian', 'write:jira-work', 'Create an issue'],
] as const) {
  test(`${product} is connected on its own page, with the scopes that the workflow needs`, async () => {
    await leaveFor(product, scope, action, service)
    await page.getByRole('button', { name: 'Authorize' }).click()
    await expect(page.getByRole('heading', { name: product, level: 1 })).toBeVisible()
    await expect(page.getByText('Works', { exact: true })).toBeVisible()
    await expect(page.getByText(scope).first()).toBeVisible()
    await goTo(page, 'Connections')
    const row = page
      .getByRole('list', { name: 'Connections' })
      .getByRole('listitem')
      .filter({ hasText: product })
    await expect(row).toContainText('Works')
  })
}

test('a return that is opened again is refused, and the connection stays', async () => {
  await page.goto(`${app.url}/oauth/callback/github?code=again&state=nothing-of-ours`)
  await expect(page.getByRole('heading', { name: 'This return fits no request' })).toBeVisible()
})

test('a connection is connected again under the same name, and removed with its consent', async () => {
  await page.goto(`${app.url}/w/${slug}/connections`)
  await page.getByRole('button', { name: 'More for GitHub' }).click()
  await page.getByRole('menuitem', { name: 'Reconnect…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reconnect ‘GitHub’' })
  await expect(dialog).toContainText('No longer asked for: repo')
  await dialog.getByRole('button', { name: 'Go to GitHub' }).click()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await expect(page.getByText('Nothing but who it is')).toBeVisible()

  const before = far.github.tokens.grants().length
  await goTo(page, 'Connections')
  await page.getByRole('button', { name: 'More for GitHub' }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await page.getByRole('button', { name: 'Remove connection' }).click()
  const rows = page.getByRole('list', { name: 'Connections' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect.poll(() => far.github.tokens.grants().length).toBe(before - 1)
})
