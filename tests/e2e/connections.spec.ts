import { expect, type Page, test } from '@playwright/test'
import { type FarSide, openFarSide } from '../integration/execution/support/far-side'
import { goTo } from './support/by-pointer'
import { inPage } from './support/in-page'
import { freshName, newWorkspace } from './support/new-workspace'
import { owner, productUrl } from './support/owner'
import { signInByForm } from './support/sign-in-by-form'

test.describe.configure({ mode: 'serial' })

/** A GitHub of our own that knows two tokens, and an endpoint of models that has two. */
let far: FarSide
let page: Page
let slug: string
test.beforeAll(async ({ browser }) => {
  far = await openFarSide()
  far.answer = ({ headers, path }, response) => {
    const known = /ghp_(first|second)/.test(headers.authorization ?? '')
    const ok = path.endsWith('/user') ? known : true
    response.writeHead(ok ? 200 : 401, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(
        ok
          ? { login: 'acme-bot', html_url: 'https://github.example/acme-bot' }
          : { message: 'Bad credentials' },
      ),
    )
  }
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  await signInByForm(page, productUrl(), owner)
  slug = await newWorkspace(page, freshName('Accounts'))
})
test.afterAll(async () => {
  await page.context().close()
  await far.close()
})

const rows = (list: string) => page.getByRole('list', { name: list }).getByRole('listitem')
const more = async (name: string, item: string) => {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a connection is tried when it is saved, and a wrong token is told where it stands', async () => {
  await goTo(page, 'Connections')
  await page.getByRole('button', { name: 'Add a connection' }).click()
  await page.getByRole('button', { name: /^GitHub/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect GitHub' })
  await dialog.getByLabel('Name').fill('Acme bot')
  await dialog.getByLabel('Access token').fill('ghp_wrong')
  await dialog.getByText('Another address').click()
  await dialog.getByRole('textbox', { name: /^Address/ }).fill(far.url)
  await dialog.getByLabel('It may be an address inside our own network').check()
  await dialog.getByRole('button', { name: 'Connect' }).click()

  await expect(dialog.getByRole('alert')).toContainText(/refuse|not accept/i)
  await expect(dialog.getByLabel('Access token')).toHaveAttribute('aria-invalid', 'true')
  await expect(dialog.getByLabel('Name')).toHaveValue('Acme bot')
  await expect(dialog.getByRole('textbox', { name: /^Address/ })).toHaveValue(far.url)

  await dialog.getByLabel('Access token').fill('ghp_first')
  await dialog.getByRole('button', { name: 'Connect' }).click()
  await expect(dialog).toBeHidden()
  await expect(rows('Connections')).toHaveCount(1)
  await expect(rows('Connections')).toContainText('Works')
  await expect(rows('Connections')).toContainText('GitHub, as acme-bot')
})

test('it is renamed, and its secret replaced by one that works', async () => {
  await more('Acme bot', 'Rename…')
  await page.getByRole('dialog').getByLabel('Name').fill('Acme robot')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(rows('Connections')).toContainText('Acme robot')

  await more('Acme robot', 'Replace the secret…')
  const dialog = page.getByRole('dialog', { name: /Replace the secret/ })
  await dialog.getByLabel('Access token').fill('ghp_mistyped')
  await dialog.getByRole('button', { name: 'Replace secret' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await page.keyboard.press('Escape')
  await more('Acme robot', 'Try it')
  await expect(page.getByText('‘Acme robot’ works.')).toBeVisible()

  await more('Acme robot', 'Replace the secret…')
  await dialog.getByLabel('Access token').fill('ghp_second')
  await dialog.getByRole('button', { name: 'Replace secret' }).click()
  await expect(dialog).toBeHidden()
  await expect(rows('Connections')).toContainText('Works')
  await expect.poll(() => far.requests.at(-1)?.headers.authorization).toContain('ghp_second')
})

test('removing it says which workflows will fail', async () => {
  const connection = await inPage(page, slug, 'GET', '/connections')
  await inPage(page, slug, 'POST', '/workflows', {
    name: 'Reads issues',
    document: {
      schema: 1,
      nodes: [
        { id: 'start', type: 'trigger.form', name: 'Start', config: { fields: [] } },
        {
          id: 'read',
          type: 'action',
          name: 'Read',
          action: 'github.issue.get',
          connection: connection.items[0].id,
          input: { repo: { value: 'acme/site' }, number: { value: 1 } },
        },
      ],
      edges: [{ from: 'start', exit: 'out', to: 'read' }],
    },
  })
  await page.reload()
  await expect(rows('Connections')).toContainText('Reads issues')
  await more('Acme robot', 'Remove…')
  const ask = page.getByRole('alertdialog', { name: 'Remove ‘Acme robot’?' })
  await expect(ask.getByRole('listitem')).toHaveText('Reads issues')
  await ask.getByRole('button', { name: 'Keep it' }).click()
  await expect(rows('Connections')).toHaveCount(1)
  await more('Acme robot', 'Remove…')
  await ask.getByRole('button', { name: 'Remove connection' }).click()
  await expect(page.getByText('No connections yet')).toBeVisible()
})

test('a model provider is added, changed and removed', async () => {
  await page.goto(`${productUrl()}/w/${slug}/settings/models`)
  await page.getByRole('button', { name: 'Add a provider' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('House model')
  await dialog.getByLabel('Default model').fill('small-1')
  await dialog.getByRole('textbox', { name: /^Address/ }).fill('nowhere')
  await dialog.getByLabel('Key').fill('sk-secret')
  await dialog.getByRole('button', { name: 'Add provider' }).click()
  await expect(dialog.getByRole('textbox', { name: /^Address/ })).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByRole('textbox', { name: /^Address/ }).fill(`${far.url}/v1`)
  await dialog.getByLabel('It may be an address inside our own network').check()
  await dialog.getByRole('button', { name: 'Add a price' }).click()
  await dialog.getByLabel('Model, row 1').fill('small-1')
  await dialog.getByLabel('Read, row 1').fill('0.5')
  await dialog.getByLabel('Written, row 1').fill('2')
  await dialog.getByRole('button', { name: 'Add provider' }).click()
  await expect(rows('Model providers')).toContainText('House model')
  await expect(rows('Model providers')).toContainText('default')

  await more('House model', 'Change…')
  await expect(dialog.getByLabel('Key')).toHaveValue('')
  await expect(dialog.getByLabel('Written, row 1')).toHaveValue('2')
  await dialog.getByLabel('Default model').fill('large-1')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(rows('Model providers')).toContainText('large-1')
  await expect(rows('Model providers')).not.toContainText('no key')

  await more('House model', 'Remove…')
  await page.getByRole('button', { name: 'Remove provider' }).click()
  await expect(page.getByText('No model yet')).toBeVisible()
})

test('an API token is shown once, works, and is refused once revoked', async () => {
  await page.goto(`${productUrl()}/w/${slug}/settings/tokens`)
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('What it is for').fill('Nightly import')
  await page.getByLabel('build', { exact: true }).check()
  await page.getByRole('button', { name: 'Make token' }).click()
  const shown = page.getByRole('dialog', { name: 'The token ‘Nightly import’' })
  const token = await shown.getByRole('code').innerText()
  await shown.getByRole('button', { name: 'Copy' }).click()
  await expect(shown.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)
  await shown.getByRole('button', { name: 'Done' }).click()
  await expect(rows('API tokens')).toContainText('never used')
  await expect(page.getByText(token)).toHaveCount(0)
  const status = async () =>
    (await fetch(`${productUrl()}/api/v1/workflows`, { headers: { authorization: `Bearer ${token}` } }))
      .status
  expect(await status()).toBe(200)
  await rows('API tokens').getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('button', { name: 'Revoke token' }).click()
  await expect(page.getByText('No tokens yet')).toBeVisible()
  expect(await status()).toBe(401)
})
