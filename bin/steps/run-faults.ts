import { join } from 'node:path'
import { type Ended, runNode } from './run-command.ts'

/** Puts the built product to the test of `tests/faults`, with the flags of `npm run faults`. */
export function runFaults(root: string, flags: readonly string[]): Promise<Ended> {
  const script = ['--conditions=react-server', join(root, 'tests/faults/main.ts'), ...flags]
  return runNode(join(root, 'node_modules/tsx/dist/cli.mjs'), script, { cwd: root, show: true })
}
