import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { changeDocument, noteIn, rangeName, readDocument } from './change-document.run'
import { documentUrl } from './document'
import type { documentReplace } from './document-replace'
import { textOf } from './to-blocks'
import type { VendorDocument } from './vendor'

export const behaviour: Behaviour<typeof documentReplace, GoogleClient> = {
  async run({ input: { document: documentId, find, replace }, client, idempotencyKey }) {
    const docs = await client.docs()
    const document = await readDocument(docs, documentId)
    const places = countIn(document, find)
    if (places === 0) return toOutput(document, 0)
    await changeDocument(docs, document, [
      { replaceAllText: { containsText: { text: find, matchCase: true }, replaceText: replace } },
      // After the replacement, which could take the range away with the text in it.
      {
        createNamedRange: { name: rangeName(idempotencyKey, places), range: { startIndex: 1, endIndex: 2 } },
      },
    ])
    return toOutput(document, places)
  },

  async lookup({ input, client, idempotencyKey }) {
    const document = await readDocument(await client.docs(), input.document)
    const places = noteIn(document, idempotencyKey)
    return places === null ? null : toOutput(document, Number(places))
  },
}

/** The document is changed only if it is still the one that was counted in. */
function countIn({ body, headers, footers, footnotes }: VendorDocument, find: string): number {
  return [body, ...[headers, footers, footnotes].flatMap((each) => Object.values(each))]
    .flatMap(({ content }) => content)
    .reduce((count, part) => count + textOf(part).split(find).length - 1, 0)
}

function toOutput({ documentId, title }: VendorDocument, places: number) {
  return { document: documentId, title, url: documentUrl(documentId), places }
}
