import { createHash } from 'node:crypto'
import type { PracticeFile } from './state'

/** What Drive gives when no fields are asked for. */
export const defaultFields = 'kind,id,name,mimeType'

/** A file as Google's Drive interface gives it. `baseUrl`: what its link begins with. */
export function fileResource(file: PracticeFile, baseUrl: string) {
  const { content, owner, isOurs: _, ...kept } = file
  const isOwnKind = file.mimeType.startsWith('application/vnd.google-apps.')
  return {
    kind: 'drive#file',
    ...kept,
    webViewLink: `${baseUrl}/file/${file.id}`,
    owners: [{ emailAddress: owner }],
    ...(isOwnKind
      ? {}
      : {
          size: String(Buffer.byteLength(content)),
          md5Checksum: createHash('md5').update(content).digest('hex'),
        }),
  }
}
