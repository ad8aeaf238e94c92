// `node bin/run.mjs backup`, `bench`, `check`, `faults`, `mutants` or `shots`: the commands that need what `npm start` brings.
import { fail, launch } from './bootstrap.mjs'

const scripts = {
  bench: 'bench.ts',
  check: 'check.ts',
  backup: 'backup.ts',
  faults: 'faults.ts',
  mutants: 'mutants.ts',
  shots: 'shots.ts',
}
const [name, ...rest] = process.argv.slice(2)
const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined
if (!script) fail(`There is no command "${name}". Choose one of: ${Object.keys(scripts).join(', ')}.`)
await launch(script, rest)
