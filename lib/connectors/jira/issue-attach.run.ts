import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { issueAttach } from './issue-attach'

const attachment = z.object({
  id: z.string(),
  filename: z.string(),
  size: z.number(),
  mimeType: z.string().default(''),
})

type Attachment = z.output<typeof attachment>

const withAttachments = z.object({ fields: z.object({ attachment: z.array(attachment).default([]) }) })

export const behaviour: Behaviour<typeof issueAttach, JiraClient> = {
  async run({ input: { key, file_name, content, encoding }, client }) {
    const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8')
    const present = await sameFile(client, { key, file_name, bytes })
    if (present) return toOutput(key, present)
    const made = await client.jira.issueAttachments.addAttachment({
      issueIdOrKey: key,
      attachments: { filename: file_name, content: bytes },
    })
    const [first] = z.tuple([attachment], attachment).parse(made)
    return toOutput(key, first)
  },
}

type Wanted = { readonly key: string; readonly file_name: string; readonly bytes: Buffer }

/** The attachment that has this name and these bytes already. */
async function sameFile({ jira }: JiraClient, { key, file_name, bytes }: Wanted): Promise<Attachment | null> {
  const issue = await jira.issues.getIssue({ issueIdOrKey: key, fields: ['attachment'] })
  const { fields } = withAttachments.parse(issue)
  for (const each of fields.attachment) {
    if (each.filename !== file_name || each.size !== bytes.length) continue
    // Without a redirect, which would lead to another host.
    const content = await jira.issueAttachments.getAttachmentContent({ id: each.id, redirect: false })
    if (
      z
        .instanceof(Uint8Array)
        .parse(content)
        .every((byte, at) => byte === bytes[at])
    )
      return each
  }
  return null
}

function toOutput(key: string, { id, filename, size, mimeType }: Attachment) {
  return { attachment_id: id, key, file_name: filename, bytes_count: size, media_type: mimeType }
}
