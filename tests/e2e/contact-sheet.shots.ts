import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { removeData, startApp } from '../support/app-process'
import { allPages, type PageToSee, see } from './support/all-pages'
import { owner } from './support/owner'
import { seedContent } from './support/seed-content'
import { signInByForm } from './support/sign-in-by-form'

/** Pictures of every page, and one sheet with all of them: `npm run shots`. No test: nothing is held against anything. */
const folder =
  process.env.HANDRAIL_SHOTS_DIR || fileURLToPath(new URL('./.output/contact-sheet', import.meta.url))
const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const themes = ['light', 'dark'] as const
const pagesPerSheet = 4

type Device = keyof typeof widths

test('every page is photographed', async ({ browser }) => {
  test.setTimeout(1_200_000)
  mkdirSync(folder, { recursive: true })
  const url = process.env.HANDRAIL_TEST_URL ?? ''
  const pages = allPages(await seedContent(url))
  for (const [device, viewport] of Object.entries(widths)) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    const page = await context.newPage()
    for (const each of pages.filter(({ signedIn }) => !signedIn)) await photograph(page, url, each, device)
    await signInByForm(page, url, owner)
    for (const each of pages.filter(({ signedIn }) => signedIn)) await photograph(page, url, each, device)
    await context.close()
  }
  await photographSetUp(browser)
  const names = ['set-up', ...pages.map(({ name }) => name)]
  writeFileSync(join(folder, 'index.html'), sheetOf(names))
  await photographSheets(browser, 'phone', names)
  const sheets = await photographSheets(browser, 'desktop', names)
  console.log(
    `${names.length} pages, ${names.length * 4} pictures, ${sheets} sheets a width: ${join(folder, 'index.html')}`,
  )
})

async function photograph(page: Page, url: string, each: PageToSee, device: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await see(page, url, each)
  await inBothThemes(page, each.name, device)
}

async function inBothThemes(page: Page, name: string, device: string): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.locator('html')).toHaveClass(new RegExp(theme))
    await page.screenshot({ path: join(folder, `${name}-${device}-${theme}.png`), animations: 'disabled' })
  }
}

/** The first page of an installation is there only as long as nobody has set it up. */
async function photographSetUp(browser: Browser): Promise<void> {
  const blank = await startApp()
  try {
    for (const [device, viewport] of Object.entries(widths)) {
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce', colorScheme: 'light' })
      await page.goto(`${blank.url}/set-up`)
      await expect(page.getByLabel('Your name')).toBeEditable()
      await inBothThemes(page, 'set-up', device)
      await page.close()
    }
  } finally {
    await blank.stop()
    removeData(blank)
  }
}

const style =
  'body{font:14px system-ui;margin:24px;background:#ddd;color:#222}h2{margin:24px 0 8px}div{display:flex;gap:12px;align-items:flex-start}img{border:1px solid #999}.desktop{width:640px}.phone{width:174px}'

function sheetOf(names: readonly string[]): string {
  const rows = names.map((name) => {
    const pictures = Object.keys(widths).flatMap((device) =>
      themes.map((theme) => {
        const file = `${name}-${device}-${theme}.png`
        return `<a href="${file}"><img class="${device}" src="${file}" alt="${name}, ${device}, ${theme}"></a>`
      }),
    )
    return `<h2>${name}</h2><div>${pictures.join('')}</div>`
  })
  return `<!doctype html><html lang="en"><title>Handrail, every page</title><style>${style}</style>${rows.join('')}</html>`
}

/** Pictures of the pictures, light beside dark and few enough to be read: for those who look without a browser. */
async function photographSheets(browser: Browser, device: Device, names: readonly string[]): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1624, height: 900 } })
  const sheets = Math.ceil(names.length / pagesPerSheet)
  for (let sheet = 0; sheet < sheets; sheet++) {
    const shown = names.slice(sheet * pagesPerSheet, (sheet + 1) * pagesPerSheet)
    const pictures = shown.flatMap((name) =>
      themes.map((theme) => {
        const data = readFileSync(join(folder, `${name}-${device}-${theme}.png`)).toString('base64')
        return `<img style="width:${device === 'phone' ? 390 : 796}px" alt="${name}" src="data:image/png;base64,${data}">`
      }),
    )
    await page.setContent(
      `<body style="margin:12px;display:flex;flex-wrap:wrap;gap:8px;background:#ddd">${pictures.join('')}`,
    )
    await page.screenshot({ path: join(folder, `sheet-${device}-${sheet + 1}.png`), fullPage: true })
  }
  await page.close()
  return sheets
}
