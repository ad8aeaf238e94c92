import { expect, test } from '@playwright/test'
import { type AppProcess, removeData, startApp } from '../support/app-process'
import { goTo } from './support/by-pointer'
import { drawTriage } from './support/draw-triage'
import { editorOf } from './support/editor'
import { seriousFindings } from './support/serious-findings'

const title = 'Checkout button does nothing on Safari 17'
let app: AppProcess

test.beforeAll(async () => {
  test.setTimeout(240_000)
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
  removeData(app)
})

/**
 * The main job on an installation that nobody has touched: an owner draws a workflow, runs it and watches it; a second
 * member approves; the message is sent; the workflow is shared, and the second member installs it.
 */
test('two people draw, run, approve and share a workflow by pointer', async ({ page, browser }) => {
  test.setTimeout(300_000)
  const second = await browser.newContext({ baseURL: app.url })
  const other = await second.newPage()

  await test.step('the owner makes an account and invites a builder, who joins', async () => {
    await page.goto(app.url)
    await expect(page).toHaveURL(`${app.url}/set-up`)
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await seriousFindings(page, `set-up ${width} ${colorScheme}`)).toEqual([])
      }
    }
    await page.getByLabel('Your name').fill('Ada Owner')
    await page.getByLabel('E-mail').fill('ada@example.com')
    await page.getByLabel('Password', { exact: true }).fill('correct-horse-battery')
    await page.getByRole('button', { name: 'Make the owner account' }).click()
    await goTo(page, 'Settings')
    await page.getByRole('link', { name: 'Members' }).click()
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByLabel('E-mail').fill('ben@example.com')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const dialog = page.getByRole('dialog', { name: 'ben@example.com is invited' })
    const link = await dialog.getByRole('code').innerText()
    await dialog.getByRole('button', { name: 'Done' }).click()

    await other.goto(link)
    await other.getByLabel('Your name').fill('Ben Builder')
    await other.getByLabel('Password', { exact: true }).fill('another-long-password')
    await other.getByRole('button', { name: 'Join Practice' }).click()
    await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible()
  })

  await test.step('the owner draws the workflow', () => drawTriage(page))

  await test.step('publishes it and runs it', async () => {
    const { checks } = editorOf(page)
    await expect(checks).toHaveAccessibleName('Checks: All checks pass')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: 'Publish version 1' }).click()
    await expect(page.getByText('Version 1 is live.')).toBeVisible()
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Run' })
    await dialog.getByRole('radio', { name: 'Version 1' }).click()
    await dialog.getByLabel('Issue number').fill('4')
    await dialog.getByRole('button', { name: 'Run version 1' }).click()
  })

  const { card } = editorOf(page)
  await test.step('and sees on the canvas that it waits for someone', async () => {
    await expect(card('Approval')).toContainText('Waiting', { timeout: 60_000 })
    await expect(card('Approval')).toBeInViewport({ ratio: 1 })
    for (const done of ['Form', 'Get an issue', 'Agent', 'Condition']) {
      await expect(card(done)).toContainText('Done')
    }
  })

  await test.step('the second member sees exactly what will be sent, and approves', async () => {
    await goTo(other, 'Approvals')
    await expect(other.getByText('The model calls this high.')).toBeVisible()
    await expect(other.getByRole('region', { name: 'Exactly this will happen' })).toContainText(
      `Severe: ${title}`,
    )
    await other.getByRole('button', { name: /^Approve/ }).click()
    await expect(other.getByText('Approved. The run goes on.')).toBeVisible()
  })

  await test.step('the owner sees the run end, its message and its story', async () => {
    await expect(card('Post a message')).toContainText('Done', { timeout: 60_000 })
    await page.getByRole('link', { name: 'Open the run' }).click()
    const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
    await expect(steps).toHaveCount(6)
    for (const step of await steps.all()) await expect(step).toContainText('Done')
    await goTo(page, 'Practice')
    const message = page.getByRole('region', { name: '#ops' }).getByRole('listitem')
    await expect(message.filter({ hasText: `Severe: ${title}` })).toContainText('by a workflow')
    await goTo(page, 'Runs')
    await expect(page.getByRole('link', { name: /Triage by hand/ })).toBeVisible()
  })

  await test.step('and shares the workflow, which the second member installs', async () => {
    await goTo(page, 'Workflows')
    await page.getByRole('button', { name: 'More for Triage by hand' }).click()
    await page.getByRole('menuitem', { name: 'Share in the catalog…' }).click()
    await page.getByLabel('What it does').fill('Judges an issue and calls the team.')
    await page.getByRole('button', { name: 'Share template' }).click()
    await expect(page.getByText('‘Triage by hand’ is in the catalog.')).toBeVisible()

    await goTo(other, 'Catalog')
    await other.getByRole('link', { name: 'Triage by hand' }).click()
    await other.getByRole('button', { name: 'Install' }).click()
    await other.getByLabel('Name', { exact: true }).fill('Ben’s triage')
    await other.getByRole('button', { name: 'Install as a draft' }).click()
    const installed = editorOf(other)
    for (const name of ['Form', 'Get an issue', 'Agent', 'Condition', 'Approval', 'Post a message']) {
      await expect(installed.card(name)).toBeVisible()
    }
    await expect(installed.checks).toHaveAccessibleName('Checks: All checks pass')
  })
  await second.close()
})
