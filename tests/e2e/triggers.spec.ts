import { expect, test } from '@playwright/test'
import { apiClient } from '../support/api-client'
import { editorOf } from './support/editor'
import { owner, practice, productUrl } from './support/owner'
import { seriousFindings } from './support/serious-findings'
import { signInByForm } from './support/sign-in-by-form'

const document = {
  schema: 1,
  nodes: [
    {
      id: 'daily',
      type: 'trigger.schedule',
      name: 'Every morning',
      config: { cron: '0 9 * * 1-5', zone: 'Europe/Berlin' },
    },
    { id: 'hook', type: 'trigger.webhook', name: 'Called', config: { answer: 'accepted' } },
    { id: 'hold', type: 'wait', name: 'Wait for the shop', config: { call: true, deadline: 'P3D' } },
    {
      id: 'keep',
      type: 'set',
      name: 'Keep the order',
      config: { fields: [{ key: 'order', value: { from: 'hold', path: ['order'] } }] },
    },
  ],
  edges: [
    { from: 'daily', exit: 'out', to: 'hold' },
    { from: 'hook', exit: 'out', to: 'hold' },
    { from: 'hold', exit: 'out', to: 'keep' },
  ],
}

async function post(address: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).status
}

test('a workflow is set up to start by the clock and by calls, waits for one, and is run again', async ({
  page,
}) => {
  const api = apiClient(productUrl(), owner.token)
  const { id } = (await api.post('/workflows', { name: 'Started from outside', document })).body
  const draftOf = async (node: string) =>
    (await api.get(`/workflows/${id}`)).body.draft.nodes.find((one: { id: string }) => one.id === node).config
  await signInByForm(page, productUrl(), owner)
  await page.goto(`${productUrl()}/w/${practice}/workflows/${id}`)
  const { card, panel } = editorOf(page)
  const found: string[] = []

  // The schedule, in words.
  await card('Every morning').click()
  await panel.getByRole('combobox', { name: 'How often' }).click()
  await page.getByRole('option', { name: 'On days of the week' }).click()
  await panel.getByRole('button', { name: 'Thu' }).click()
  await panel.getByLabel('At', { exact: true }).fill('14:30')
  await expect(panel.getByText(/14:30|2:30/).first()).toBeVisible()
  await expect(panel.getByRole('listitem').filter({ has: page.locator('time') })).toHaveCount(5)
  await panel.getByRole('radio', { name: 'Leave them out' }).click()
  found.push(...(await seriousFindings(page, 'schedule')))
  await expect.poll(() => draftOf('daily')).toMatchObject({ cron: '30 14 * * 1,4', missed: 'skip' })

  // The webhook: its secret, its rules, and a call that is waited for.
  await card('Called').click()
  await panel.getByRole('radio', { name: 'Who signs with a secret' }).click()
  await panel.getByRole('button', { name: 'Set the secret…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set the secret' })
  await dialog.getByRole('button', { name: 'Make one' }).click()
  await dialog.getByRole('button', { name: 'Save the secret' }).click()
  await expect(panel.getByRole('button', { name: 'Replace the secret…' })).toBeVisible()
  await panel.getByRole('radio', { name: 'Anyone who knows the address' }).click()
  await panel.getByRole('heading', { name: 'What it takes' }).click()
  await panel.getByRole('checkbox', { name: 'PUT' }).click()
  await panel.getByRole('button', { name: 'Wait for a call' }).click()
  await expect(panel.getByText('Waiting for a call…')).toBeVisible()
  const address = await panel.getByText(/\/hooks\//).innerText()
  expect(await post(address, { number: 7, who: 'Grace' })).toBe(202)
  await expect(panel.getByText('Later steps show its data.')).toBeVisible()
  found.push(...(await seriousFindings(page, 'webhook')))
  await expect.poll(() => draftOf('hook')).toMatchObject({ methods: ['POST', 'PUT'] })

  // A limit, and live.
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Runs at once…' }).click()
  const limit = page.getByRole('dialog', { name: 'Runs at once' })
  await limit.getByLabel('At most').fill('1')
  await limit.getByRole('button', { name: 'Save' }).click()
  await expect(limit).toHaveCount(0)
  expect((await api.post(`/workflows/${id}/publish`, {})).status).toBeLessThan(300)

  // Two calls: one run waits for the shop, the other for its turn.
  expect([await post(address, {}), await post(address, {})]).toEqual([202, 202])
  const runsOf = async (): Promise<{ id: string; status: string }[]> =>
    (await api.get(`/runs?workflow=${id}`)).body.items
  await expect.poll(async () => (await runsOf()).map(({ status }) => status)).toEqual(['queued', 'waiting'])
  const [second, first] = await runsOf()
  await page.goto(`${productUrl()}/w/${practice}/runs/${second?.id}`)
  await expect(page.getByText('Waiting for its turn')).toBeVisible()
  await page.goto(`${productUrl()}/w/${practice}/runs/${first?.id}`)
  const waitAddress = await page
    .getByText(/\/hooks\/waits\//)
    .first()
    .innerText()
  found.push(...(await seriousFindings(page, 'run that waits for a call')))
  expect(await post(waitAddress, { order: 'A-1' })).toBe(200)
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible()
  await expect
    .poll(async () => (await runsOf()).map(({ status }) => status))
    .toEqual(['waiting', 'succeeded'])
  await api.post(`/runs/${second?.id}/cancel`, {})

  // Once more, with another input.
  await page.getByRole('button', { name: 'Run again' }).click()
  const again = page.getByRole('dialog', { name: 'Run again' })
  await again.getByRole('checkbox', { name: 'Change what it was given' }).click()
  await again.getByLabel('What the trigger brought').fill('{ "body": { "number": 8 } }')
  found.push(...(await seriousFindings(page, 'run again')))
  await again.getByRole('button', { name: 'Run again' }).click()
  await expect(page).not.toHaveURL(new RegExp(first?.id ?? 'none'))
  await page.getByRole('tab', { name: 'Input and result' }).click()
  await expect(page.getByText('8', { exact: true }).first()).toBeVisible()
  expect(found).toEqual([])
  await api.delete(`/workflows/${id}`)
})
