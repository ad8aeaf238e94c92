import type { Logger } from 'inngest'
import { log } from '@/lib/services/log'

/** The SDK's log lines go into the process's own log. It is opened on the first line: a build has no environment. */
export const clientLog: Logger = {
  debug: (...line) => write('debug', line),
  // The SDK reports its own set-up at this level.
  info: (...line) => write('debug', line),
  warn: (...line) => write('warn', line),
  // A step that failed is an outcome of the workflow, which the run shows. It is no error of this process.
  error: (...line) => write('warn', line),
}

function write(level: 'debug' | 'warn', line: readonly unknown[]): void {
  const message = line.filter((part) => typeof part === 'string').join(' ')
  const detail = line.find((part) => typeof part === 'object' && part !== null)
  log()[level]({ ...detail }, message)
}
