import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from './serve/build.ts'
import { runNode } from './steps/run-command.ts'

// `npm run bench`: figures of the production build on this machine, as tables. `-- webhook approval` measures some
// sections, `-- --full` longer.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
await ensureBuild(root, (line) => process.stdout.write(`${line}\n`))
const end = await runNode(
  join(root, 'node_modules/tsx/dist/cli.mjs'),
  ['--conditions=react-server', join(root, 'tests/bench/main.ts'), ...process.argv.slice(2)],
  { cwd: root, show: true },
)
process.exit(end.code)
