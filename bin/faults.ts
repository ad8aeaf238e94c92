import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from './serve/build.ts'
import { runNode } from './steps/run-command.ts'

// `npm run faults`: the promises of durability, put to the test on real processes and a real PostgreSQL.
// `-- F02 F18` runs some, `-- --full` runs all at full length, `-- --count=5` sets the number of strikes.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
await ensureBuild(root, (line) => process.stdout.write(`${line}\n`))
const script = [
  join(root, 'node_modules/tsx/dist/cli.mjs'),
  '--conditions=react-server',
  join(root, 'tests/faults/main.ts'),
] as const
const end = await runNode(script[0], [...script.slice(1), ...process.argv.slice(2)], {
  cwd: root,
  show: true,
})
process.exit(end.code)
