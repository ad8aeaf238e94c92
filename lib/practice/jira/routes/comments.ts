import { z } from 'zod'
import { issueOf, newId, pageOf, type routesOf } from '../call'
import { JiraRefusal } from '../refusal'
import { showComment } from '../show'
import { jiraDocumentSchema, jiraPropertySchema } from '../state'

export function commentRoutes(on: ReturnType<typeof routesOf>): void {
  on('get', '/rest/api/3/issue/:issue/comment', (call) => {
    const comments = [...issueOf(call, call.param('issue')).comments]
    if (call.query('orderBy') === '-created') comments.reverse()
    const {
      values,
      isLast: _,
      ...page
    } = pageOf(
      call,
      comments.map((each) => showComment(each, call)),
    )
    return { ...page, comments: values }
  })
  on('post', '/rest/api/3/issue/:issue/comment', async (call) => {
    const issue = issueOf(call, call.param('issue'))
    const { body, properties } = await call.body(
      z.object({ body: z.unknown(), properties: z.array(jiraPropertySchema).default([]) }),
    )
    const document = jiraDocumentSchema.safeParse(body)
    if (!document.success || document.data.content.length === 0) {
      throw new JiraRefusal(400, { fields: { comment: 'Comment body is not valid!' } })
    }
    const { accountId: author, now } = call
    const id = newId(call.state)
    const comment = { id, author, body: document.data, created: now, updated: now, properties }
    issue.comments.push(comment)
    issue.updated = now
    return Response.json(showComment(comment, call), { status: 201 })
  })
  on('get', '/rest/api/3/issue/:issue/comment/:comment', (call) => {
    const found = issueOf(call, call.param('issue')).comments.find(({ id }) => id === call.param('comment'))
    if (found) return showComment(found, call)
    throw new JiraRefusal(404, { general: `Can not find a comment for the id: ${call.param('comment')}.` })
  })
  // The one list of comments that shows their properties.
  on('post', '/rest/api/3/comment/list', async (call) => {
    const { ids } = await call.body(z.object({ ids: z.array(z.number()).max(1000) }))
    const withProperties = call.query('expand')?.split(',').includes('properties') ?? false
    const found = call.state.issues
      .flatMap(({ comments }) => comments)
      .filter(({ id }) => ids.includes(Number(id)))
      .map((each) => showComment(each, { ...call, withProperties }))
    return { startAt: 0, maxResults: 1000, total: found.length, isLast: true, values: found }
  })
}
