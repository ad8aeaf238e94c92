import { batchSchema, changeDocument } from './change-document'
import { documentResource, revisionOf } from './document-resource'
import { masked } from './field-mask'
import { findFile, touch } from './find-file'
import { invalid, notFound } from './refusal'
import type { DriveState } from './state'

/** Google's Docs interface, as far as it is needed: reading a document and changing it in one batch. */
export function answerDocuments(
  state: DriveState,
  { method, url, body }: { readonly method: string; readonly url: URL; readonly body: unknown },
): unknown {
  const [, id = '', verb] = /^\/v1\/documents\/([^/:]+)(?::(\w+))?$/.exec(url.pathname) ?? []
  const file = findFile(state, id)
  const document = state.documents[id]
  if (!document) throw notFound('Requested entity was')
  if (method === 'GET' && !verb)
    return masked(documentResource(file, document), url.searchParams.get('fields'))
  if (method !== 'POST' || verb !== 'batchUpdate') throw notFound('Method')
  const parsed = batchSchema.safeParse(body)
  if (!parsed.success) throw invalid('Invalid JSON payload received.')
  const { requests, writeControl } = parsed.data
  const { requiredRevisionId } = writeControl
  if (requiredRevisionId !== undefined && requiredRevisionId !== revisionOf(document))
    throw invalid('The required revision ID does not match the latest revision.')
  const changed = changeDocument(document, requests)
  state.documents[id] = changed.document
  touch(file)
  return {
    documentId: id,
    replies: changed.replies,
    writeControl: { requiredRevisionId: revisionOf(changed.document) },
  }
}
