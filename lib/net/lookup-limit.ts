import { HandrailError } from '../core/errors'

/** A look-up went as far back as it may and found nothing: that is no proof that nothing was done. */
export function lookupLimit(place: string): HandrailError {
  return new HandrailError({
    code: 'outcome_unknown',
    who: 'user',
    retry: 'unknown',
    message: `Too much has been written in ${place} since to tell whether this was done. Look there, then decide.`,
  })
}
