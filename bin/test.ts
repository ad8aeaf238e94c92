import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from './serve/build.ts'
import { findBrowser } from './steps/find-browser.ts'
import { runNode } from './steps/run-command.ts'
import { runFaults } from './steps/run-faults.ts'

// `npm test`: everything. Format, lint and types; unit, contract, architecture and integration tests on a real
// PostgreSQL; then the production build: killed and cut off a few times, and in a real browser.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line: string) => process.stdout.write(`${line}\n`)
const count = { passed: 0, failed: 0, skipped: 0 }
const timings: string[] = []

function tally(name: string, seconds: number, passed: number, failed: number, skipped = 0): void {
  count.passed += passed
  count.failed += failed
  count.skipped += skipped
  timings.push(`${name}: ${passed} passed, ${failed} failed in ${seconds.toFixed(0)} s`)
}

async function tool(name: string, path: string, args: readonly string[]): Promise<void> {
  say(`\n— ${name}`)
  const end = await runNode(join(root, 'node_modules', path), args, { cwd: root, show: true })
  tally(name, end.seconds, end.code === 0 ? 1 : 0, end.code === 0 ? 0 : 1)
}

async function vitest(output: string): Promise<void> {
  say('\n— unit, contract, architecture, integration')
  const report = join(output, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const end = await runNode(join(root, 'node_modules/vitest/vitest.mjs'), args, { cwd: root, show: true })
  const result: { numPassedTests: number; numFailedTests: number; numPendingTests: number } = existsSync(
    report,
  )
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
  const failed = result.numFailedTests || (end.code === 0 ? 0 : 1)
  tally(
    'unit, contract, architecture, integration',
    end.seconds,
    result.numPassedTests,
    failed,
    result.numPendingTests,
  )
}

async function faults(): Promise<void> {
  say('\n— faults, a few of each')
  await ensureBuild(root, say)
  const end = await runFaults(root, ['--brief'])
  const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(end.output) ?? []
  tally('faults', end.seconds, Number(passed ?? 0), Number(failed ?? 0) || (end.code === 0 ? 0 : 1))
}

async function browserTests(output: string): Promise<void> {
  say('\n— browser')
  const browser = await findBrowser(root, say)
  await ensureBuild(root, say)
  const report = join(output, 'playwright.json')
  const end = await runNode(
    join(root, 'node_modules/@playwright/test/cli.js'),
    ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    { cwd: root, show: true, env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  )
  const stats: { expected: number; unexpected: number; flaky: number; skipped: number } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8')).stats
    : { expected: 0, unexpected: 1, flaky: 0, skipped: 0 }
  const failed = stats.unexpected + stats.flaky || (end.code === 0 ? 0 : 1)
  tally('browser', end.seconds, stats.expected, failed, stats.skipped)
}

async function main(): Promise<void> {
  const started = performance.now()
  const output = mkdtempSync(join(tmpdir(), 'handrail-results-'))
  try {
    await tool('format and lint', '@biomejs/biome/bin/biome', ['check', '.'])
    await tool('types', 'typescript/bin/tsc', ['--noEmit'])
    await vitest(output)
    await faults()
    await browserTests(output)
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    count.failed++
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
  say(`\n${timings.join('\n')}\n${((performance.now() - started) / 1000).toFixed(0)} s in all\n`)
  say(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`)
  process.exit(count.failed > 0 ? 1 : 0)
}

await main()
