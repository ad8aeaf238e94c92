import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from './serve/build.ts'
import { runFaults } from './steps/run-faults.ts'

// `npm run faults`: the promises of durability, put to the test on real processes and a real PostgreSQL.
// `-- F02 F18` runs some, `-- --full` runs all at full length, `-- --count=5` sets the number of strikes, and `-- --brief`
// is what `npm test` runs: a few strikes of some.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
await ensureBuild(root, (line) => process.stdout.write(`${line}\n`))
const end = await runFaults(root, process.argv.slice(2))
process.exit(end.code)
