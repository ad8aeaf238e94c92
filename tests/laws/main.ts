import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { mutants } from './mutants'

/**
 * `npm run mutants`: changes one rule of the engine after the other, and says which changes its tests notice. Fails when
 * one is not. `-- 11-22` tries some of them, by their numbers.
 */
const root = fileURLToPath(new URL('../../', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)

function survives(index: number): boolean {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/laws/vitest.config.ts', '--bail', '1'],
    { cwd: root, env: { ...process.env, HANDRAIL_MUTANT: String(index) }, stdio: 'ignore', timeout: 120_000 },
  )
  return status === 0
}

const [, first = 1, last = mutants.length] = (/^(\d+)-(\d+)$/.exec(process.argv[2] ?? '') ?? []).map(Number)
if (!survives(-1)) {
  say('The tests of the engine fail as it is. Mend that first.')
  process.exit(1)
}
const tried = [...mutants.entries()].slice(first - 1, last)
const survivors = tried.filter(([index, { name }]) => {
  const lives = survives(index)
  say(`${String(index + 1).padStart(2)}  ${lives ? 'SURVIVED' : 'killed  '}  ${name}`)
  return lives
})
say(`${tried.length - survivors.length} of ${tried.length} changed rules were noticed.`)
process.exit(survivors.length === 0 ? 0 : 1)
