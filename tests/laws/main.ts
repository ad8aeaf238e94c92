import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { mutants } from './mutants'

/** Changes one rule of the engine after the other, and says which changes its tests notice. Fails when one is not. */
const root = fileURLToPath(new URL('../../', import.meta.url))

function survives(index: number): boolean {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/laws/vitest.config.ts', '--bail', '1'],
    { cwd: root, env: { ...process.env, HANDRAIL_MUTANT: String(index) }, stdio: 'ignore', timeout: 120_000 },
  )
  return status === 0
}

if (!survives(-1)) {
  console.error('The tests of the engine fail as it is. Mend that first.')
  process.exit(1)
}
const survivors = mutants.filter(({ name }, index) => {
  const lives = survives(index)
  console.info(`${lives ? 'SURVIVED' : 'killed  '}  ${name}`)
  return lives
})
console.info(`${mutants.length - survivors.length} of ${mutants.length} changed rules were noticed.`)
process.exitCode = survivors.length === 0 ? 0 : 1
