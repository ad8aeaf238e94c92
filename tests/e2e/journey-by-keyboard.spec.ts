import { expect, type Page, test } from '@playwright/test'
import { apiClient } from '../support/api-client'
import { byKeyboard, keysOf } from './support/by-keyboard'
import { editorOf, starting } from './support/editor'
import { joinByScript } from './support/join-by-script'
import { owner, productUrl } from './support/owner'

const title = 'Checkout button does nothing on Safari 17'

test('a workflow is built, published, run and approved with the keyboard alone', async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000)
  const url = productUrl()
  const approver = await joinByScript(url, apiClient(url, owner.token), {
    name: 'Kim Keys',
    role: 'operator',
    scopes: ['read'],
  })
  const second = await browser.newContext()
  const other = await second.newPage()

  await test.step('the owner signs in and builds', async () => {
    await signIn(page, owner)
    await buildTriage(page)
  })

  const { card, checks } = editorOf(page)
  const keys = keysOf(editorOf(page))
  await test.step('publishes and runs', async () => {
    await expect(checks).toHaveAccessibleName('Checks: All checks pass')
    await keys.press('Shift+P')
    await keys.use(page.getByRole('button', { name: 'Publish version 1' }))
    await expect(page.getByText('Version 1 is live.')).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()
    await keys.press('Control+Enter')
    await keys.tabTo(page.getByRole('radio', { name: 'The draft' }))
    await keys.press('ArrowDown')
    await expect(page.getByRole('radio', { name: 'Version 1' })).toBeFocused()
    // A short tap of the arrow may move the focus alone: Space chooses what has it.
    await keys.press('Space')
    await expect(page.getByRole('radio', { name: 'Version 1' })).toBeChecked()
    await keys.fill(page.getByRole('dialog', { name: 'Run' }).getByLabel('Issue number'), '4')
    await keys.press('Enter')
    await expect(card('Approval')).toContainText('Waiting', { timeout: 60_000 })
  })

  await test.step('someone else approves', async () => {
    const hand = byKeyboard(other)
    await signIn(other, approver)
    await follow(other, 'Approvals')
    await expect(other.getByRole('region', { name: 'Exactly this will happen' })).toContainText(
      `Severe: ${title}`,
    )
    await hand.press('a')
    await expect(other.getByRole('button', { name: /^Approve/ })).toBeFocused()
    await hand.press('Enter')
    await expect(other.getByText('Approved. The run goes on.')).toBeVisible()
  })

  await test.step('and the canvas shows that it is done', async () => {
    await expect(card('Post a message')).toContainText('Done', { timeout: 60_000 })
  })
  await second.close()
})

async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  const keys = byKeyboard(page)
  await page.goto(`${productUrl()}/sign-in`)
  await keys.fill(page.getByLabel('E-mail'), who.email)
  await keys.fill(page.getByLabel('Password', { exact: true }), who.password)
  await keys.press('Enter')
}

async function follow(page: Page, name: string): Promise<void> {
  const main = page.getByRole('navigation', { name: 'Main' })
  await byKeyboard(page).use(main.getByRole('link', { name: starting(name) }))
}

async function buildTriage(page: Page): Promise<void> {
  const editor = editorOf(page)
  const { card, panel } = editor
  const keys = keysOf(editor)
  await follow(page, 'Workflows')
  await expect(page.getByRole('heading', { level: 1, name: 'Workflows' })).toBeVisible()
  await keys.use(page.getByRole('button', { name: 'New workflow' }))
  await expect(page.getByRole('menuitem', { name: 'Empty canvas' })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'How does it start?' })).toBeVisible()

  await keys.add('form', 'Form')
  await keys.addField('Issue number', 'Number')
  await keys.leave('Form')

  await keys.add('get an issue', 'Get an issue')
  await keys.choose(panel.getByRole('combobox', { name: 'Repository' }), 'website', 'acme/website')
  await keys.takeData('Issue number', 'Issue number')
  await keys.leave('Get an issue')

  await keys.add('agent', 'Agent')
  await keys.write('Instructions', ['How severe is this? ', { pick: 'Title' }, ' ', { pick: 'Body' }])
  await keys.addField('Severity', 'Choice')
  const choices = panel.getByRole('textbox', { name: 'Choices of Severity' })
  await keys.tabTo(choices)
  await keys.type('high,low,')
  await keys.addField('Summary')
  await keys.leave('Agent')

  await keys.add('condition', 'Condition')
  await keys.use(panel.getByRole('button', { name: 'Add a row' }))
  await keys.tabTo(panel.getByRole('textbox', { name: 'What is looked at' }), 'Shift+Tab')
  await keys.write('What is looked at', [{ pick: 'Severity' }])
  await keys.choose(panel.getByRole('combobox', { name: 'What it is compared with' }), 'high', 'high')
  await keys.leave('Condition')

  await keys.add('approval', 'Approval')
  await keys.choose(panel.getByRole('combobox', { name: 'Add an approver' }), 'operator', 'Any operator')
  await keys.leave('Approval')

  // A step that stands alone, and a line drawn to it afterwards. Nothing is selected when it is added.
  await keys.press('Escape')
  await keys.add('post a message', 'Post a message')
  await keys.leave('Post a message')
  await keys.press('Control+F')
  await keys.take('Approval', 'Approval')
  await expect(card('Approval')).toBeFocused()
  await keys.press('c')
  await keys.take('Approved', 'Approved → Post a message')
  await expect(card('Approval')).toHaveAccessibleName(/Leads to Post a message/)
  await keys.press('ArrowRight')
  await expect(card('Post a message')).toBeFocused()
  await keys.press('Enter')
  await keys.choose(panel.getByRole('combobox', { name: 'Channel' }), 'ops', '#ops')
  await keys.write('Text', ['Severe: ', { pick: 'Title' }])
  await keys.leave('Post a message')
}
