import 'server-only'
import { writeMarkdown } from '../../../core/markdown/write-markdown'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { documentUrl } from './document'
import type { documentGet } from './document-get'
import { toBlocks } from './to-blocks'
import { vendorDocument } from './vendor'

export const behaviour: Behaviour<typeof documentGet, GoogleClient> = {
  async run({ input: { document: documentId }, client }) {
    const { data } = await (await client.docs()).documents.get({
      documentId,
      // As it reads without the changes that somebody only suggests.
      suggestionsViewMode: 'PREVIEW_WITHOUT_SUGGESTIONS',
    })
    const found = vendorDocument.parse(data)
    return {
      document: found.documentId,
      title: found.title,
      text: writeMarkdown(toBlocks(found)),
      revision: found.revisionId,
      url: documentUrl(found.documentId),
    }
  },
}
