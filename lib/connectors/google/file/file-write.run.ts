import 'server-only'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileWrite } from './file-write'
import { fileFields, toFile } from './vendor'

const checksum = z.object({ md5Checksum: z.string().optional() })

export const behaviour: Behaviour<typeof fileWrite, GoogleClient> = {
  async run({ input: { file: fileId, content }, client }) {
    const drive = await client.drive()
    const known = { fileId, fields: `${fileFields},md5Checksum`, supportsAllDrives: true }
    const { data } = await drive.files.get(known)
    const before = toFile(data)
    if (before.media_type.startsWith('application/vnd.google-apps.')) throw noTextFile(before.name)
    const { md5Checksum } = checksum.parse(data)
    if (md5Checksum === createHash('md5').update(content).digest('hex')) return before
    // The SDK leaves an empty text out.
    const body = content === '' ? Readable.from([]) : content
    const answer = await drive.files.update({ ...known, media: { mimeType: before.media_type, body } })
    return toFile(answer.data)
  },
}

function noTextFile(name: string): HandrailError {
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: 'input.file',
    message: `“${name}” is a document, spreadsheet or folder. Use the actions that are made for these.`,
  })
}
