import { HandrailError } from '../core/errors'
import { measure } from './check/measure'
import { documentSchema, type WorkflowDocument } from './document'

type Upgrade = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** From each older version to the next. There is one version yet. */
const upgrades: Readonly<Record<number, Upgrade>> = {}

/**
 * A document of an older version as one of the present version, unchecked. What is no document, or of a version that is
 * not known here, is given back as it is: the checks say so.
 */
export function atPresentVersion(input: unknown): unknown {
  if (measure(input) !== 'fine') return input
  let document = input
  for (let version = versionOf(document); version !== 1; version = versionOf(document)) {
    const upgrade = version === undefined ? undefined : upgrades[version]
    if (!upgrade || !isRecord(document)) return input
    document = upgrade(document)
  }
  return document
}

/**
 * A document of any version as one of the present version. Pure. Throws `invalid_document` for what is no document or
 * comes from a newer Handrail, and `too_large` for what is too large to look at.
 */
export function upgradeDocument(input: unknown): WorkflowDocument {
  const size = measure(input)
  if (size !== 'fine')
    throw refused('too_large', 'This is larger or deeper than a workflow can be. Split it.')
  const document = atPresentVersion(input)
  if (versionOf(document) !== 1) {
    throw refused(
      'invalid_document',
      'This is no workflow that this version of Handrail knows. Export it again from the version that made it.',
    )
  }
  const parsed = documentSchema.safeParse(document)
  if (parsed.success) return parsed.data
  throw refused(
    'invalid_document',
    'This workflow has parts that are not in a known form. Check it for the list of them.',
  )
}

function versionOf(document: unknown): number | undefined {
  return isRecord(document) && typeof document.schema === 'number' ? document.schema : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refused(code: 'too_large' | 'invalid_document', message: string): HandrailError {
  return new HandrailError({ code, who: 'user', retry: 'no', message })
}
