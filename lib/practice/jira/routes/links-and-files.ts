import { z } from 'zod'
import { issueOf, newId, type routesOf } from '../call'
import { JiraRefusal } from '../refusal'
import { showAttachment } from '../show'
import { linkTypes, named } from '../vocabulary'

const end = z.object({ key: z.string().optional(), id: z.string().optional() })

const wantedLink = z.object({
  type: z.object({ id: z.string().optional(), name: z.string().optional() }),
  inwardIssue: end,
  outwardIssue: end,
})

export function linkAndFileRoutes(on: ReturnType<typeof routesOf>): void {
  on('post', '/rest/api/3/issueLink', async (call) => {
    const { state, now } = call
    const wanted = await call.body(wantedLink)
    const type = named(linkTypes, wanted.type)
    if (!type)
      throw new JiraRefusal(404, { general: `No issue link type with name '${wanted.type.name}' found.` })
    // What stands as inward here is where the link leads out of: “inward blocks outward”.
    const source = issueOf(call, wanted.inwardIssue.key ?? wanted.inwardIssue.id ?? '')
    const target = issueOf(call, wanted.outwardIssue.key ?? wanted.outwardIssue.id ?? '')
    const made = { type: type.name, source: source.key, target: target.key }
    const isThere = state.links.some(
      (each) => each.type === made.type && each.source === made.source && each.target === made.target,
    )
    if (!isThere) {
      state.links.push({ id: newId(state), ...made })
      source.updated = now
      target.updated = now
    }
    return new Response(null, { status: 201 })
  })
  on('delete', '/rest/api/3/issueLink/:link', (call) => {
    const { state } = call
    const id = call.param('link')
    if (!state.links.some((each) => each.id === id))
      throw new JiraRefusal(404, { general: 'No issue link with that id exists.' })
    state.links = state.links.filter((each) => each.id !== id)
    return new Response(null, { status: 204 })
  })
  on('post', '/rest/api/3/issue/:issue/attachments', async (call) => {
    const issue = issueOf(call, call.param('issue'))
    // Without it, Jira takes the upload for one that another site's page sends.
    if (call.request.headers.get('x-atlassian-token') !== 'no-check') {
      return new Response('XSRF check failed', { status: 403 })
    }
    const files = (await call.request.formData()).getAll('file')
    const made = []
    for (const file of files) {
      if (typeof file === 'string') continue
      const content = Buffer.from(await file.arrayBuffer())
      const attachment = {
        id: newId(call.state),
        author: call.accountId,
        created: call.now,
        filename: file.name,
        mimeType: file.type || 'application/octet-stream',
        size: content.length,
        content: content.toString('base64'),
      }
      issue.attachments.push(attachment)
      made.push(showAttachment(attachment, call))
    }
    issue.updated = call.now
    return made
  })
  on('get', '/rest/api/3/attachment/content/:attachment', (call) => {
    const found = call.state.issues
      .flatMap(({ attachments }) => attachments)
      .find(({ id }) => id === call.param('attachment'))
    if (!found) throw new JiraRefusal(404, { general: 'The attachment with that id does not exist.' })
    return new Response(Buffer.from(found.content, 'base64'), { headers: { 'content-type': found.mimeType } })
  })
}
