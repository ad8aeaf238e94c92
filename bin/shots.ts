import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from './serve/build.ts'
import { findBrowser } from './steps/find-browser.ts'
import { runNode } from './steps/run-command.ts'

// `npm run shots`: fills a fresh product with content and photographs every page, wide and narrow, light and dark.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line: string) => process.stdout.write(`${line}\n`)

async function shots(): Promise<void> {
  const browser = await findBrowser(root, say)
  await ensureBuild(root, say)
  const end = await runNode(
    join(root, 'node_modules/@playwright/test/cli.js'),
    ['test', '--config', 'tests/e2e/shots.config.ts', '--reporter=line'],
    { cwd: root, show: true, env: { CHROMIUM_PATH: browser } },
  )
  process.exit(end.code)
}

await shots()
