import 'server-only'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import type { Behaviour } from '../../contract'
import type { SlackClient } from '../client'
import { plainMentions } from '../plain-mentions'
import type { fileUpload } from './upload'

const place = z.object({ upload_url: z.url(), file_id: z.string() })
const done = z.object({
  files: z.array(z.object({ id: z.string(), permalink: z.string().default('') })).min(1),
})

export const behaviour: Behaviour<typeof fileUpload, SlackClient> = {
  async run({ input, client }) {
    const bytes = input.encoding === 'base64' ? fromBase64(input.content) : Buffer.from(input.content, 'utf8')
    const { name, channel, thread } = input
    // 1. Slack gives an address, 2. takes the bytes there, and 3. nobody sees them before this last call.
    const { upload_url, file_id } = place.parse(
      await client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength }),
    )
    await client.sendBytes(upload_url, bytes)
    const comment = input.comment ? plainMentions(input.comment, input.mentions) : undefined
    const { files } = done.parse(
      await client.files.completeUploadExternal({
        files: [{ id: file_id, title: name }],
        ...(comment ? { initial_comment: comment } : {}),
        ...(thread ? { channel_id: channel, thread_ts: thread } : { channel_id: channel }),
      }),
    )
    return { file: file_id, name, file_size: bytes.byteLength, link: files[0]?.permalink ?? '' }
  },
}

function fromBase64(content: string): Buffer {
  const compact = content.replace(/\s+/g, '')
  if (compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact))
    return Buffer.from(compact, 'base64')
  throw new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: 'input.content',
    message: 'The content is not base64. Choose “text”, or hand over what another step gave as base64.',
  })
}
