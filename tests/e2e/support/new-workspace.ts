import { expect, type Page } from '@playwright/test'

/** Makes a workspace from the switcher, as people do. Gives its slug. */
export async function newWorkspace(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: /^Workspace .*Switch$/ }).click()
  await page.getByRole('menuitem', { name: 'New workspace' }).click()
  const dialog = page.getByRole('dialog', { name: 'New workspace' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Make workspace' }).click()
  await expect(page.getByRole('button', { name: `Workspace ${name}. Switch` })).toBeVisible()
  const [, slug] = /\/w\/([^/?#]+)/.exec(page.url()) ?? []
  if (!slug) throw new Error(`No workspace was opened: ${page.url()}`)
  return slug
}

/** A name that no earlier test on the same product has given. */
export function freshName(words: string): string {
  return `${words} ${Date.now().toString(36).slice(-5)}`
}
