import 'server-only'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileExport } from './file-export'
import { fileFields, googleTypes, toFile } from './vendor'

const typeOf = {
  text: 'text/plain',
  markdown: 'text/markdown',
  csv: 'text/csv',
  pdf: 'application/pdf',
} as const

export const behaviour: Behaviour<typeof fileExport, GoogleClient> = {
  async run({ input: { file: fileId, format }, client }) {
    const drive = await client.drive()
    const known = await drive.files.get({ fileId, fields: fileFields, supportsAllDrives: true })
    const { name, media_type } = toFile(known.data)
    const asBytes = { responseType: 'arraybuffer' } as const
    if (!media_type.startsWith('application/vnd.google-apps.')) {
      const { data } = await drive.files.get({ fileId, alt: 'media', supportsAllDrives: true }, asBytes)
      return { file: fileId, name, media_type, ...contentOf(bytesOf(data)) }
    }
    const mimeType = typeOf[format ?? formatFor(media_type, name)]
    const { data } = await drive.files.export({ fileId, mimeType }, asBytes)
    return { file: fileId, name, media_type: mimeType, ...contentOf(bytesOf(data)) }
  },
}

function formatFor(type: string, name: string): keyof typeof typeOf {
  if (type === googleTypes.document) return 'markdown'
  if (type === googleTypes.sheet) return 'csv'
  if (type !== googleTypes.folder) return 'text'
  throw new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: 'input.file',
    message: `“${name}” is a folder and has no content. Choose a file in it.`,
  })
}

function bytesOf(data: unknown): Uint8Array {
  return new Uint8Array(z.instanceof(ArrayBuffer).parse(data))
}

/** Text where the bytes are text, else base64. */
function contentOf(bytes: Uint8Array): { encoding: 'text' | 'base64'; content: string } {
  const text = Buffer.from(bytes).toString('utf8')
  const isText = !text.includes('\u0000') && Buffer.from(text).equals(bytes) && !text.startsWith('%PDF-')
  return isText
    ? { encoding: 'text', content: text }
    : { encoding: 'base64', content: Buffer.from(bytes).toString('base64') }
}
