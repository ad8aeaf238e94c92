import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { allPages, type PageToSee, pagesWithoutLook, see } from './support/all-pages'
import { owner, productUrl } from './support/owner'
import { type Content, seedContent } from './support/seed-content'
import { seriousFindings } from './support/serious-findings'
import { signInByForm } from './support/sign-in-by-form'

const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const app = fileURLToPath(new URL('../../app', import.meta.url))

let content: Content
test.beforeAll(async () => {
  test.setTimeout(180_000)
  content = await seedContent(productUrl())
})

test('every page of the product is in the list', () => {
  const there = globSync('**/page.tsx', { cwd: app }).sort()
  const listed = new Set([...allPages(content).map(({ file }) => file), ...pagesWithoutLook])
  expect([...listed].sort()).toEqual(there)
})

for (const [device, viewport] of Object.entries(widths)) {
  test(`no page has a serious or critical finding, light and dark, on a ${device}`, async ({ browser }) => {
    test.setTimeout(480_000)
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', colorScheme: 'light' })
    const page = await context.newPage()
    const pages = allPages(content)
    const found: string[] = []
    const look = async (each: PageToSee) => {
      await page.emulateMedia({ colorScheme: 'light' })
      await see(page, productUrl(), each)
      found.push(...(await seriousFindings(page, `${each.name} ${device} light`)))
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect(page.locator('html')).toHaveClass(/dark/)
      found.push(...(await seriousFindings(page, `${each.name} ${device} dark`)))
    }
    for (const each of pages.filter(({ signedIn }) => !signedIn)) await look(each)
    await signInByForm(page, productUrl(), owner)
    for (const each of pages.filter(({ signedIn }) => signedIn)) await look(each)
    console.log(
      `${pages.length} pages, ${device}, light and dark: ${pages.map(({ name }) => name).join(', ')}`,
    )
    expect(found).toEqual([])
    await context.close()
  })
}
