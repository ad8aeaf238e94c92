import 'server-only'
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { mailGet } from './mail-get'
import { decode, leavesOf, type Part, readPart } from './parts.run'
import { plainText } from './plain-text.run'
import { addressIn, headerOf, toSummary, vendorMail } from './vendor'

/** Attachments that are read along: so many, none larger. */
const mostTexts = 5
const largestText = 50_000
const textTypes = /^text\/|^application\/(json|xml|csv|x-ndjson|yaml)$/

const attachment = z.object({ data: z.string() })

export const behaviour: Behaviour<typeof mailGet, GoogleClient> = {
  async run({ input: { mail: id }, client }) {
    const { users } = await client.gmail()
    const { data } = await users.messages.get({ userId: 'me', id, format: 'full' })
    const mail = vendorMail.parse(data)
    const leaves = leavesOf(readPart(data.payload))
    const files = leaves.filter(({ filename }) => filename)
    const readable = files.filter(isSmallText).slice(0, mostTexts)
    const texts = new Map(
      await Promise.all(readable.map(async (file) => [file, await textOf(users, id, file)] as const)),
    )
    const summary = toSummary(mail)
    return {
      ...summary,
      cc: headerOf(mail, 'Cc'),
      reply_to: addressIn(headerOf(mail, 'Reply-To')) || summary.from_address,
      text: plainText(leaves),
      attachments: files.map((file) => ({
        name: file.filename,
        media_type: file.mimeType,
        byte_count: file.body.size,
        text: texts.get(file) ?? '',
      })),
    }
  },
}

function isSmallText({ mimeType, body }: Part): boolean {
  return textTypes.test(mimeType) && body.size <= largestText
}

async function textOf(users: gmail_v1.Gmail['users'], messageId: string, { body, charset }: Part) {
  if (body.data) return decode(body.data, charset)
  if (!body.attachmentId) return ''
  const { data } = await users.messages.attachments.get({ userId: 'me', messageId, id: body.attachmentId })
  return decode(attachment.parse(data).data, charset)
}
