import 'server-only'
import { readMarkdown } from '../../../core/markdown/read-markdown'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { changeDocument, noteIn, rangeName, readDocument } from './change-document.run'
import { documentUrl } from './document'
import type { documentAppend } from './document-append'
import { textOf } from './to-blocks'
import { toRequests } from './to-requests.run'
import type { VendorDocument } from './vendor'

export const behaviour: Behaviour<typeof documentAppend, GoogleClient> = {
  async run({ input, client, idempotencyKey }) {
    const docs = await client.docs()
    const document = await readDocument(docs, input.document)
    const last = document.body.content.at(-1)
    const requests = toRequests(readMarkdown(input.text), {
      index: Math.max(1, (last?.endIndex ?? 2) - 1),
      isEmpty: !last || textOf(last).trim() === '',
      name: rangeName(idempotencyKey),
    })
    await changeDocument(docs, document, requests)
    return toOutput(document)
  },

  async lookup({ input, client, idempotencyKey }) {
    const document = await readDocument(await client.docs(), input.document)
    return noteIn(document, idempotencyKey) === null ? null : toOutput(document)
  },
}

function toOutput({ documentId, title }: VendorDocument) {
  return { document: documentId, title, url: documentUrl(documentId) }
}
