import { expect, test } from '@playwright/test'
import type { RunView } from '@/lib/workflow/views/run-view'
import { apiClient } from '../support/api-client'
import { keysOf } from './support/by-keyboard'
import { drawLoops } from './support/draw-loops'
import { editorOf } from './support/editor'
import { loopDocument } from './support/loop-document'
import { freshName } from './support/new-workspace'
import { owner, practice, productUrl } from './support/owner'
import { practiceConnections } from './support/practice-connections'
import { seriousFindings } from './support/serious-findings'
import { signInByForm } from './support/sign-in-by-form'

test('loops are drawn, run and told item by item', async ({ page }) => {
  const found: string[] = []
  const api = apiClient(productUrl(), owner.token)
  const called = freshName('Note the words')
  const { id } = (await api.post('/workflows', { name: called, document: calledDocument })).body
  expect((await api.post(`/workflows/${id}/publish`, {})).status).toBeLessThan(300)
  await signInByForm(page, productUrl(), owner)
  const look = async (name: string) => void found.push(...(await seriousFindings(page, name)))
  await test.step('draw', () => drawLoops(page, called, look))
  const { card, checks } = editorOf(page)
  const bar = page.getByRole('navigation', { name: 'Where you are' })
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(checks).toHaveAccessibleName('Checks: All checks pass')

  await test.step('run, and look at the items while they wait', async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByRole('dialog', { name: 'Run' }).getByRole('button', { name: /^Run/ }).click()
    await expect(card('For each issue')).toContainText('0 of 3 items done, 3 waiting', { timeout: 30_000 })
    await card('For each issue').dblclick()
    await expect(bar).toContainText('For each issue')
    await expect(page.getByRole('button', { name: 'Item 1 of 3, Waiting' })).toBeVisible()
    await expect(card('Approval')).toContainText('Waiting')
    await look('inside of a run')
    await page.getByRole('button', { name: 'Next item' }).click()
    await expect(page.getByRole('button', { name: 'Item 2 of 3, Waiting' })).toBeVisible()
    await expect(page).toHaveURL(/in=[^&]*1/)
    await page.getByRole('button', { name: 'Item 2 of 3, Waiting' }).click()
    await page.getByRole('button', { name: 'Item 3, Waiting' }).click()
    await expect(page.getByRole('button', { name: 'Item 3 of 3, Waiting' })).toBeVisible()
    await page.goBack()
    await expect(card('For each issue')).toBeVisible()
    await page.goForward()
    await expect(page.getByRole('button', { name: 'Item 3 of 3, Waiting' })).toBeVisible()
  })

  await test.step('decide from the run', async () => {
    await page.getByRole('link', { name: 'Open the run' }).click()
    await expect(page.getByText('Waiting for 3 decisions')).toBeVisible()
    await page.getByRole('button', { name: /^For each issue: 0 of 3 items done, 3 waiting/ }).click()
    const items = page.getByRole('region', { name: 'Items' })
    await items.getByRole('button', { name: 'Item 2, Waiting' }).click()
    const second = items.getByRole('region', { name: 'Item 2' })
    await second.getByRole('button', { name: /Waiting/ }).click()
    await look('an item of a run')
    await second.getByRole('link', { name: 'Open the approval' }).click()
    await expect(page.getByText('asks at ‘Approval’, item 2')).toBeVisible()
    await page.getByRole('button', { name: /^Approve/ }).click()
    await expect(page.getByText('Approved. The run goes on.')).toBeVisible()
    await page.goBack()
    const runId = /runs\/(run_\w+)/.exec(page.url())?.[1] ?? ''
    const { items: pending } = (await api.get('/approvals?status=pending')).body
    for (const { id: approval, runId: of } of pending) {
      if (of !== runId) continue
      const { digest } = (await api.get(`/approvals/${approval}`)).body
      const decision = { decision: 'reject', digest, comment: 'They know.' }
      expect((await api.post(`/approvals/${approval}/decisions`, decision)).status).toBeLessThan(300)
    }
  })

  await test.step('and read how it went', async () => {
    await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 30_000 })
    const steps = page.getByRole('list', { name: 'Steps' })
    await expect(steps.getByRole('button', { name: /For each issue: 3 items done/ })).toBeVisible()
    await expect(steps.getByRole('button', { name: /Repeat until: 2 rounds/ })).toBeVisible()
    await steps.getByRole('button', { name: /Repeat until/ }).click()
    await page.getByRole('button', { name: 'Round 2, Done' }).click()
    await look('a round of a run')
    await steps.getByRole('button', { name: new RegExp(`Ran “${called}”`) }).click()
    await page.getByRole('link', { name: `Open the run of “${called}”` }).click()
    await expect(page.getByRole('heading', { name: called })).toBeVisible()
    await page.getByRole('link', { name: 'a run of “Go over the issues”' }).click()
    await expect(page.getByRole('heading', { name: 'Go over the issues' })).toBeVisible()
  })
  expect(found).toEqual([])
})

const calledDocument = {
  schema: 1,
  nodes: [
    {
      id: 'asked',
      type: 'trigger.workflow',
      config: { fields: [{ key: 'words', label: 'Words', type: 'text', required: true }] },
    },
    {
      id: 'note',
      type: 'set',
      name: 'Note them',
      config: { fields: [{ key: 'noted', value: { text: '{{ asked.words }}!' } }] },
    },
  ],
  edges: [{ from: 'asked', exit: 'out', to: 'note' }],
}

test('a loop is entered, changed and left with the keyboard, and a failed item is found', async ({
  page,
}) => {
  const api = apiClient(productUrl(), owner.token)
  const document = loopDocument(await practiceConnections(api))
  const { id } = (await api.post('/workflows', { name: freshName('Keys in loops'), document })).body
  await signInByForm(page, productUrl(), owner)
  const address = `${productUrl()}/w/${practice}/workflows/${id}`
  await page.goto(address)
  const editor = editorOf(page)
  const { card } = editor
  const keys = keysOf(editor)
  const bar = page.getByRole('navigation', { name: 'Where you are' })

  await test.step('in, by a key, and the first step has the keyboard', async () => {
    await expect(card('For each issue')).toBeVisible()
    await keys.press('Control+F')
    await keys.take('For each', 'For each issue')
    await expect(card('For each issue')).toBeFocused()
    await keys.press('i')
    await expect(bar).toContainText('For each issue')
    await expect(card('Read the issue')).toBeFocused()
    await keys.press('ArrowRight')
    await expect(card('Shall we tell them?')).toBeFocused()
    await keys.press('ArrowRight')
    await expect(card('Tell the team')).toBeFocused()
  })

  await test.step('a step is added, copied out, and taken back where it was made', async () => {
    await keys.press('n')
    await keys.take('set values', 'Set values')
    await expect(card('Set values')).toBeFocused()
    await keys.press('Control+C')
    await keys.press('o')
    await expect(card('For each issue')).toBeFocused()
    await expect(card('For each issue')).toContainText('Open the 4 steps')
    await keys.press('Control+V')
    await expect(card('Set values')).toBeVisible()
    await keys.press('Control+Z')
    await expect(card('Set values')).toBeHidden()
    await keys.press('Control+Z')
    await expect(bar).toContainText('For each issue')
    await expect(card('Set values')).toBeHidden()
    await expect(card('Tell the team')).toBeVisible()
  })

  await test.step('a link leads inside, and the way out is a button like any other', async () => {
    await expect(page).toHaveURL(/[?&]in=every/)
    await page.reload()
    await expect(card('Tell the team')).toBeVisible()
    await keys.use(page.getByRole('button', { name: 'Whole workflow' }))
    await expect(card('For each issue')).toBeFocused()
  })

  await test.step('of a run with a failed item, that one is looked at first', async () => {
    const started = await api.post(`/workflows/${id}/runs`, {
      input: { numbers: [4, 4040, 1] },
      version: 'draft',
    })
    const runId: string = started.body.id
    const look = async () => {
      const run: RunView = (await api.get(`/runs/${runId}`)).body
      return run.steps.find(({ path }) => path === 'every')?.items?.map(({ status }) => status)
    }
    await expect.poll(look, { timeout: 30_000 }).toEqual(['waiting', 'failed', 'waiting'])
    await page.goto(`${address}?run=${runId}&in=every`)
    await expect(page.getByRole('button', { name: 'Item 2 of 3, Failed' })).toBeVisible()
    await expect(card('Read the issue')).toContainText('Failed')
    await keys.use(page.getByRole('button', { name: 'Next item' }))
    await expect(page.getByRole('button', { name: 'Item 3 of 3, Waiting' })).toBeVisible()
    await expect(card('Shall we tell them?')).toContainText('Waiting')
    await keys.use(page.getByRole('button', { name: 'Next failed' }))
    await expect(page.getByRole('button', { name: 'Item 2 of 3, Failed' })).toBeVisible()
    await keys.press('o')
    await expect(card('For each issue')).toContainText('0 of 3 items done, 1 failed, 2 waiting')
    expect(await seriousFindings(page, 'run with a failed item')).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${address}?run=${runId}`)
    await expect(page.getByRole('button', { name: /^Open the 3 steps/ })).toBeVisible()
    await page.getByRole('button', { name: /^Open the 3 steps/ }).click()
    await expect(page.getByRole('button', { name: 'Item 2 of 3, Failed' })).toBeVisible()
    expect(await seriousFindings(page, 'inside of a run on a phone')).toEqual([])
    await api.post(`/runs/${runId}/cancel`, {})
  })
})
