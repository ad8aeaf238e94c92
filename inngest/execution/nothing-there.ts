import { getConnector } from '@/lib/connectors/index'
import { HandrailError } from '@/lib/core/errors'
import type { PreparedCall } from './prepared-call'

/**
 * A far side that finds nothing does not say what it looked for: the step's own words do, as the story of the run has
 * them. Any other error, and one that names its field, stays as it is.
 */
export function nothingThere({ action, preview }: PreparedCall, error: unknown): unknown {
  if (!(error instanceof HandrailError) || error.code !== 'not_found' || error.field !== undefined)
    return error
  const service = getConnector(action.id)?.title ?? 'The other side'
  return new HandrailError({
    code: error.code,
    who: error.who,
    retry: error.retry,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    message: `${service} found nothing for “${preview}” (not there, or this connection may not see it). Check the step’s fields.`,
    cause: error,
  })
}
