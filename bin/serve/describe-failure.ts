import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { HandrailError } from '../../lib/core/errors.ts'

/** What to tell whoever started Handrail. The detail goes to a file in the data folder, which the sentence names. */
export function describeFailure(error: unknown, data: string): string {
  if (!(error instanceof Error)) return String(error)
  if (!(error instanceof HandrailError) || error.detail === undefined) return error.message
  const file = join(data, 'start.log')
  appendFileSync(file, `${new Date().toISOString()} ${error.message}\n${error.detail}\n`, { mode: 0o600 })
  return `${error.message}\nThe details are in ${file}.`
}
