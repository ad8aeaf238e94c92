import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNode } from './steps/run-command.ts'

// `npm run mutants`: changes one rule of the engine after the other, and fails when its tests do not notice one.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const end = await runNode(
  join(root, 'node_modules/tsx/dist/cli.mjs'),
  [join(root, 'tests/laws/main.ts'), ...process.argv.slice(2)],
  { cwd: root, show: true },
)
process.exit(end.code)
