import { HandrailError } from '../core/errors'
import { storable } from '../core/storable'
import type { StepError } from './contract'

/** What of an error is recorded with a step and shown. Anything but a `HandrailError` is a defect and says little. */
export function toStepError(error: unknown): StepError {
  if (error instanceof HandrailError) {
    const { code, who, retry, field } = error
    return { code, who, retry, message: storable(error.message), ...(field === undefined ? {} : { field }) }
  }
  return {
    code: 'internal',
    who: 'us',
    retry: 'after',
    message: 'Something in Handrail broke at this step. Try again; if it stays, tell whoever runs Handrail.',
  }
}
