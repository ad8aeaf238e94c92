import { HandrailError } from '@/lib/core/errors'
import type { StepError } from '@/lib/engine/contract'

/** The part of an error that is stored and shown. What was not thrown on purpose is a defect, and says no detail. */
export function toStepError(error: unknown): StepError {
  if (!(error instanceof HandrailError)) {
    return {
      code: 'internal',
      who: 'us',
      retry: 'after',
      message:
        'Something went wrong inside Handrail. Retry the run from this step; tell your operator if it stays.',
    }
  }
  const { code, who, retry, field } = error
  return { code, who, retry, message: storable(error.message), ...(field === undefined ? {} : { field }) }
}

/** PostgreSQL's text holds every character but this one. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '\ufffd')
}
