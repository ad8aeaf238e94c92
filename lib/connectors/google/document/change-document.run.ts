import 'server-only'
import type { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import { handrailErrorIn } from '../../../net/network-error'
import { effectHash } from '../effect-hash'
import { type VendorDocument, vendorDocument } from './vendor'

export async function readDocument(docs: docs_v1.Docs, documentId: string): Promise<VendorDocument> {
  return vendorDocument.parse((await docs.documents.get({ documentId })).data)
}

/** An effect leaves the name of a range in the document, which people do not see: there its key is found again. */
export function rangeName(idempotencyKey: string, note: number | '' = ''): string {
  return `handrail:${effectHash(idempotencyKey)}:${note}`
}

/** The note of the effect with this key, or `null` when it did nothing. */
export function noteIn({ namedRanges }: VendorDocument, idempotencyKey: string): string | null {
  const start = rangeName(idempotencyKey)
  return (
    Object.keys(namedRanges)
      .find((name) => name.startsWith(start))
      ?.slice(start.length) ?? null
  )
}

/** Makes all changes or none, and only if the document is still the one that was read. */
export async function changeDocument(
  docs: docs_v1.Docs,
  { documentId, title, revisionId }: VendorDocument,
  requests: docs_v1.Schema$Request[],
): Promise<void> {
  try {
    const { data } = await docs.documents.batchUpdate({
      documentId,
      requestBody: { requests, writeControl: { requiredRevisionId: revisionId } },
    })
    z.object({ documentId: z.literal(documentId) }).parse(data)
  } catch (error) {
    const known = handrailErrorIn(error)
    if (known?.code !== 'invalid_input' || !/revision/i.test(known.detail ?? '')) throw error
    throw new HandrailError({
      code: 'conflict',
      who: 'user',
      retry: 'after',
      message: `Somebody changed “${title}” at the same moment, so nothing was written. Try again.`,
      ...(known.detail ? { detail: known.detail } : {}),
    })
  }
}
