import { HandrailError } from '../core/errors'
import type { WorkflowDocument } from './document'
import { upgradeDocument } from './upgrade'

/** A stored document as one of the present version; null for one that this version of Handrail does not know. */
export function knownDocument(input: unknown): WorkflowDocument | null {
  try {
    return upgradeDocument(input)
  } catch (error) {
    if (error instanceof HandrailError) return null
    throw error
  }
}
