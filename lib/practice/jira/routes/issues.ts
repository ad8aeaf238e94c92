import { z } from 'zod'
import { issueOf, type JiraCall, newId, pageOf, type routesOf } from '../call'
import { JiraRefusal } from '../refusal'
import { jiraTime, selfOf, showIssue, showPerson, showStatus } from '../show'
import { type JiraIssue, jiraPropertySchema } from '../state'
import { issueTypes, named, statuses } from '../vocabulary'
import { change, type FieldsInput, fieldsInput, setFields } from '../write-fields'
import { projectOf } from './site'

const metadata = z.looseObject({}).optional()
const written = z.object({
  fields: fieldsInput.default({}),
  properties: z.array(jiraPropertySchema).default([]),
  historyMetadata: metadata,
})

export function issueRoutes(on: ReturnType<typeof routesOf>): void {
  on('post', '/rest/api/3/issue', create)
  on('get', '/rest/api/3/issue/:issue', (call) => {
    const list = (name: string) =>
      new URL(call.request.url).searchParams.getAll(name).flatMap((each) => each.split(','))
    const fields = list('fields')
    const parts = { fields: fields.length > 0 ? fields : ['*all'], properties: list('properties') }
    return showIssue(issueOf(call, call.param('issue')), call, parts)
  })
  on('put', '/rest/api/3/issue/:issue', async (call) => {
    const issue = issueOf(call, call.param('issue'))
    const { fields, properties, historyMetadata } = await call.body(written)
    setFields(call, issue, { fields, metadata: historyMetadata })
    setProperties(issue, properties)
    return new Response(null, { status: 204 })
  })
  on('delete', '/rest/api/3/issue/:issue', (call) => {
    const { key } = issueOf(call, call.param('issue'))
    const { state } = call
    state.issues = state.issues.filter((each) => each.key !== key)
    state.links = state.links.filter(({ source, target }) => source !== key && target !== key)
    return new Response(null, { status: 204 })
  })
  on('put', '/rest/api/3/issue/:issue/assignee', async (call) => {
    const issue = issueOf(call, call.param('issue'))
    const { accountId } = await call.body(z.object({ accountId: z.string().nullable() }))
    setFields(call, issue, { fields: { assignee: accountId === null ? null : { accountId } } })
    return new Response(null, { status: 204 })
  })
  on('get', '/rest/api/3/issue/:issue/properties/:property', (call) => {
    const issue = issueOf(call, call.param('issue'))
    const found = issue.properties.find(({ key }) => key === call.param('property'))
    if (found) return found
    throw new JiraRefusal(404, { general: 'The property with that key was not found.' })
  })
  on('get', '/rest/api/3/issue/:issue/transitions', (call) => {
    issueOf(call, call.param('issue'))
    const transitions = statuses.map(({ transition: id, name }) => ({
      id,
      name,
      to: showStatus(name, call),
      hasScreen: false,
      isGlobal: true,
      isInitial: false,
      isAvailable: true,
      isConditional: false,
      looped: false,
    }))
    return { expand: 'transitions', transitions }
  })
  on('post', '/rest/api/3/issue/:issue/transitions', transition)
  on('get', '/rest/api/3/issue/:issue/changelog', (call) => {
    const { changes } = issueOf(call, call.param('issue'))
    return pageOf(
      call,
      changes.map(({ id, author, created, field, from, to, metadata: historyMetadata }) => ({
        id,
        author: showPerson(author, call),
        created: jiraTime(created),
        items: [{ field, fieldId: field, fieldtype: 'jira', from, fromString: from, to, toString: to }],
        ...(historyMetadata ? { historyMetadata } : {}),
      })),
    )
  })
}

async function create(call: JiraCall) {
  const { state, now } = call
  const { fields, properties } = await call.body(written)
  const project = fields.project ? wantedProject(call, fields.project) : undefined
  const type = named(issueTypes, fields.issuetype)
  const wrong: Record<string, string> = {}
  if (!project) wrong.project = 'Specify a valid project ID or key'
  if (!type) wrong.issuetype = 'Specify a valid issue type'
  if (!fields.summary?.trim()) wrong.summary = 'You must specify a summary of the issue.'
  if (!project || !type || Object.keys(wrong).length > 0) throw new JiraRefusal(400, { fields: wrong })
  const issue: JiraIssue = {
    id: newId(state),
    key: `${project.key}-${project.last + 1}`,
    project: project.key,
    type: type.name,
    summary: '',
    description: null,
    status: statuses[0].name,
    priority: 'Medium',
    labels: [],
    reporter: call.accountId,
    assignee: null,
    created: now,
    updated: now,
    resolved: null,
    comments: [],
    attachments: [],
    properties: [],
    changes: [],
  }
  setFields(call, issue, { fields })
  setProperties(issue, properties)
  issue.changes = []
  project.last += 1
  state.issues.push(issue)
  return Response.json({ id: issue.id, key: issue.key, self: selfOf(issue, call) }, { status: 201 })
}

function wantedProject(call: JiraCall, { id, key }: NonNullable<FieldsInput['project']>) {
  try {
    return projectOf(call, key ?? id ?? '')
  } catch {
    return undefined
  }
}

async function transition(call: JiraCall) {
  const issue = issueOf(call, call.param('issue'))
  const {
    transition: wanted,
    historyMetadata,
    properties,
  } = await call.body(
    z.object({
      transition: z.object({ id: z.string() }),
      historyMetadata: metadata,
      properties: z.array(jiraPropertySchema).default([]),
    }),
  )
  const status = statuses.find((each) => each.transition === wanted.id)
  if (!status)
    throw new JiraRefusal(400, { general: `Transition id '${wanted.id}' is not valid for this issue.` })
  change(call, issue, { field: 'status', from: issue.status, to: status.name, metadata: historyMetadata })
  issue.status = status.name
  issue.resolved = status.category.key === 'done' ? (issue.resolved ?? call.now) : null
  setProperties(issue, properties)
  return new Response(null, { status: 204 })
}

function setProperties(issue: JiraIssue, properties: JiraIssue['properties']): void {
  const kept = issue.properties.filter(({ key }) => !properties.some((each) => each.key === key))
  issue.properties = [...kept, ...properties]
}
