import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { inPage } from './support/in-page'
import { freshName, newWorkspace } from './support/new-workspace'
import { owner, productUrl } from './support/owner'
import { signInByForm } from './support/sign-in-by-form'

test.describe.configure({ mode: 'serial' })

/** Ada owns the workspace; Mia comes in by a link, and all that happens to an account happens to hers. */
const mia = { email: `mia.${Date.now().toString(36)}@example.com`, password: 'the first of her passwords' }
let page: Page
let slug: string
let hers: BrowserContext
let other: Page
test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext()).newPage()
  hers = await browser.newContext()
  other = await hers.newPage()
  await signInByForm(page, productUrl(), owner)
  slug = await newWorkspace(page, freshName('People'))
})
test.afterAll(async () => {
  await page.context().close()
  await hers.close()
})

const settings = (who: Page, name: string) => who.goto(`${productUrl()}/w/${slug}/settings/${name}`)
const more = async (item: string) => {
  await page.getByRole('button', { name: 'More for Mia' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
const linkIn = async (title: RegExp) => {
  const dialog = page.getByRole('dialog', { name: title })
  const link = await dialog.getByRole('code').innerText()
  await dialog.getByRole('button', { name: 'Done' }).click()
  return link
}
const leave = async (who: Page, name: RegExp) => {
  await who.getByRole('button', { name }).click()
  await who.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(who).toHaveURL(/\/sign-in/)
}

test('an invitation is taken back, made again and accepted', async () => {
  await settings(page, 'members')
  const invite = async () => {
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByLabel('E-mail').fill(mia.email)
    await page.getByRole('button', { name: 'Make the link' }).click()
    return linkIn(/is invited$/)
  }
  const first = await invite()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('list', { name: 'Invitations' })).toBeHidden()
  await other.goto(first)
  await expect(other.getByText(/does not work|no longer|not work any more/).first()).toBeVisible()

  await other.goto(await invite())
  await other.getByLabel('Your name').fill('Mia')
  await other.getByLabel('Password', { exact: true }).fill(mia.password)
  await other.getByRole('button', { name: /^Join People/ }).click()
  await expect(other).toHaveURL(new RegExp(`/w/${slug}`))
})

test('a password is changed by its owner, who signs out and in again', async () => {
  await settings(other, 'account')
  await other.getByLabel('Current password').fill('not her password')
  await other.getByLabel('New password').fill('the second of her passwords')
  await other.getByRole('button', { name: 'Change password' }).click()
  await expect(other.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true')
  await other.getByLabel('Current password').fill(mia.password)
  await other.getByRole('button', { name: 'Change password' }).click()
  await expect(other.getByText(/Your password is changed/)).toBeVisible()
  await leave(other, /^Mia/)

  await other.getByLabel('E-mail').fill(mia.email)
  await other.getByLabel('Password', { exact: true }).fill(mia.password)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('alert').filter({ hasText: /password/i })).toBeVisible()
  mia.password = 'the second of her passwords'
  await signInByForm(other, productUrl(), mia)
})

test('a forgotten one is replaced by the link that an admin makes, once', async () => {
  await page.reload()
  await more('Make a reset link')
  const link = await linkIn(/^Reset link for Mia/)
  mia.password = 'the third of her passwords'
  await hers.clearCookies()
  await other.goto(link)
  await other.getByLabel('New password').fill(mia.password)
  await other.getByRole('button', { name: 'Set the password' }).click()
  await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await other.goto(link)
  await expect(other.getByText(/does not work|not work any more/).first()).toBeVisible()
})

test('a new role counts at once', async () => {
  await other.goto(`${productUrl()}/w/${slug}/workflows`)
  await expect(other.getByRole('button', { name: 'New workflow' }).first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Role of Mia' }).click()
  await page.getByRole('option', { name: /^Viewer/ }).click()
  await expect(page.getByRole('combobox', { name: 'Role of Mia' })).toContainText('Viewer')
  await other.getByRole('button', { name: 'New workflow' }).first().click()
  await other.getByRole('menuitem', { name: 'Empty canvas' }).click()
  await expect(other.getByRole('alert').filter({ hasText: 'may not change workflows' })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(other.getByRole('button', { name: 'New workflow' })).toHaveCount(0)
})

test('whoever is shut out or removed is out at the next request, and the last owner stays', async () => {
  await more('Shut out')
  await expect(page.getByText('shut out', { exact: true })).toBeVisible()
  await other.getByRole('link', { name: /^Runs/ }).click()
  await expect(other.getByText('There is nothing here')).toBeVisible()
  await more('Let in again')
  await expect(page.getByText('shut out', { exact: true })).toBeHidden()
  await other.goto(`${productUrl()}/w/${slug}/runs`)
  await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible()

  await more('Remove…')
  await page.getByRole('button', { name: 'Remove member' }).click()
  await expect(page.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(1)
  await other.getByRole('link', { name: /^Workflows/ }).click()
  await expect(other.getByText('There is nothing here')).toBeVisible()

  await expect(page.getByRole('button', { name: /^More for/ })).toHaveCount(0)
  const me = await inPage(page, slug, 'GET', '/me')
  const answer = await page.request.delete(`${productUrl()}/api/v1/members/${me.id}`, {
    headers: { 'handrail-workspace': slug, 'content-type': 'application/json', origin: productUrl() },
  })
  expect(answer.status()).toBe(409)
  expect((await answer.json()).detail).toMatch(/at least one owner/)
})

test('the audit log tells all of it', async () => {
  await page.getByRole('link', { name: 'Audit log' }).click()
  const log = page.getByRole('list', { name: 'Audit log' })
  for (const line of [
    /made the workspace/,
    /took back the invitation/,
    /Mia joined/,
    /Mia changed their password/,
    new RegExp(`refused a sign-in as ‘${mia.email}’`),
    /Mia signed out/,
    /made a reset link/,
    /Mia set a new password with a reset link/,
    /changed the role of the member/,
    /removed the member/,
  ])
    await expect(log.getByRole('listitem').filter({ hasText: line }).first()).toBeVisible()
})
