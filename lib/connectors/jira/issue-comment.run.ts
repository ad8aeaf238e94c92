import 'server-only'
import type { CloudClient } from 'jira.js'
import { z } from 'zod'
import { lookupLimit } from '../../net/lookup-limit'
import type { Behaviour } from '../contract'
import { markdownToAdf } from './adf/from-markdown'
import type { JiraClient } from './client'
import { isKey, keyProperty, keyPropertyName } from './effect-key'
import type { issueComment } from './issue-comment'
import { toComment, vendorComment } from './vendor'

const page = z.object({ comments: z.array(z.object({ id: z.string() })), total: z.number() })
const withProperties = z.object({ values: z.array(vendorComment) })

/** Pages of 100 of the newest comments that a look-up goes through. */
const mostPages = 10

export const behaviour: Behaviour<typeof issueComment, JiraClient> = {
  async run({ input: { key, body }, client: { jira }, idempotencyKey }) {
    const { type, version, content } = markdownToAdf(body)
    const written = await jira.issueComments.addComment({
      issueIdOrKey: key,
      body: { type, version, content: content.map((node) => ({ ...node })) },
      properties: [keyProperty(idempotencyKey)],
    })
    return { ...toComment(written), key }
  },

  async lookup({ input: { key }, client: { jira }, idempotencyKey }) {
    for (let pages = 0; pages < mostPages; pages += 1) {
      const { comments, total } = await newest(jira, { key, startAt: pages * 100 })
      const found = comments.find(({ properties }) =>
        properties.some(({ key: name, value }) => name === keyPropertyName && isKey(value, idempotencyKey)),
      )
      if (found) return { ...toComment(found), key }
      if ((pages + 1) * 100 >= total) return null
    }
    throw lookupLimit(key)
  },
}

/** An issue's own list of comments leaves out their properties; they are read by the comments' ids. */
async function newest(
  jira: CloudClient,
  { key, startAt }: { readonly key: string; readonly startAt: number },
) {
  const { comments, total } = page.parse(
    await jira.issueComments.getComments({
      issueIdOrKey: key,
      orderBy: '-created',
      startAt,
      maxResults: 100,
    }),
  )
  if (comments.length === 0) return { comments: [], total }
  const ids = comments.map(({ id }) => Number(id))
  const answer = await jira.issueComments.getCommentsByIds({ ids, expand: 'properties' })
  return { comments: withProperties.parse(answer).values, total }
}
