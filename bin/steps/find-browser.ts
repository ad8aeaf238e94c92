import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium to test in: one that is installed, else Playwright's own download, else the one inside an npm package,
 * else the system's package manager when we are root. Throws a sentence that says what to install.
 */
export async function findBrowser(root: string, say: (line: string) => void): Promise<string> {
  const there = [process.env.CHROMIUM_PATH, ...installed].find((path) => path && existsSync(path))
  if (there) return there
  return (await playwrightsOwn(root, say)) ?? (await packaged()) ?? (await systems(say)) ?? noBrowser()
}

async function playwrightsOwn(root: string, say: (line: string) => void): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  say('Downloading a Chromium for the browser tests …')
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli', { paths: [root] })
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 })
  return works(chromium.executablePath())
}

/** The packaged build is for Linux on x64, and needs a few system libraries that a bare machine may lack. */
async function packaged(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: chromium } = await import('@sparticuz/chromium')
  return works(await chromium.executablePath())
}

async function systems(say: (line: string) => void): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined
  say('Installing Chromium with the system’s package manager …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: 'ignore',
    env,
  })
  return works('/usr/bin/chromium')
}

function works(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0 ? path : undefined
}

function noBrowser(): never {
  throw new Error(
    'The browser tests need Chromium. Install it (on Debian: "apt-get install chromium"), or set CHROMIUM_PATH, and run the tests again.',
  )
}
