import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Ended, runNode } from './steps/run-command.ts'

// `npm run check`: format, lint, types, unit, contract, architecture. Everything is said; the slowest decides.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const tool = (path: string, ...args: string[]) => ({ script: join(root, 'node_modules', path), args })

const steps = {
  'format and lint': tool('@biomejs/biome/bin/biome', 'check', '.'),
  types: tool('typescript/bin/tsc', '--noEmit'),
  tests: tool(
    'vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    '--project',
    'contract',
    '--project',
    'architecture',
    // Nothing here needs a process of its own, and threads begin sooner.
    '--pool=threads',
  ),
}

async function check(): Promise<void> {
  const started = performance.now()
  const ended = new Map<string, Ended>()
  // Two cores: the quick two one after the other, beside the tests.
  const quick = (async () => {
    for (const name of ['format and lint', 'types'] as const) {
      ended.set(name, await runNode(steps[name].script, steps[name].args, { cwd: root, show: false }))
    }
  })()
  const tests = runNode(steps.tests.script, steps.tests.args, { cwd: root, show: false }).then((end) =>
    ended.set('tests', end),
  )
  await Promise.all([quick, tests])
  let failed = 0
  for (const [name, end] of ended) {
    if (end.code !== 0) {
      failed++
      process.stdout.write(`\n${end.output}\n`)
    }
    process.stdout.write(`${end.code === 0 ? 'passed' : 'FAILED'}  ${name} (${end.seconds.toFixed(1)} s)\n`)
  }
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1)} s in all\n`)
  process.exit(failed > 0 ? 1 : 0)
}

await check()
