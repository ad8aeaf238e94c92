import { expect, test } from 'vitest'
import type { Action } from '@/lib/connectors/contract'
import { fromTool } from '@/lib/connectors/derive/from-tool'
import { toTool } from '@/lib/connectors/derive/to-tool'
import type { ToolFields } from '@/lib/connectors/derive/tool-fields'
import { actions, getAction } from '@/lib/connectors/index'

function action(id: string): Action {
  const found = getAction(id)
  if (!found) throw new Error(`no action ${id}`)
  return found
}

const everyFieldByAgent = (of: Action): ToolFields =>
  Object.fromEntries(Object.keys(of.input.shape).map((key) => [key, { mode: 'agent' }]))

test.each(actions.map((each) => [each.id, each] as const))('%s makes a strict tool', (id, each) => {
  const tool = toTool(each, everyFieldByAgent(each))
  expect(tool.name).toBe(id.replaceAll('.', '__'))
  expect(tool.name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/)
  expect(tool.strict).toBe(true)
  expectStrict(tool.parameters)
})

/** Walks a schema as a strict server would: only known words, every object closed, every property required. */
function expectStrict(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) throw new Error('not a schema')
  const known = ['type', 'description', 'enum', 'properties', 'required', 'additionalProperties', 'items']
  expect(Object.keys(schema).filter((word) => !known.includes(word))).toEqual([])
  if ('properties' in schema && typeof schema.properties === 'object' && schema.properties) {
    expect(schema).toMatchObject({ additionalProperties: false, required: Object.keys(schema.properties) })
    for (const property of Object.values(schema.properties)) expectStrict(property)
  }
  if ('items' in schema) expectStrict(schema.items)
}

test('fields that may be left out are nullable, and null means left out', () => {
  const list = action('github.issue.list')
  const fields: ToolFields = { repo: { mode: 'fixed', value: 'acme/website' } }
  const tool = toTool(list, fields)
  expect(Object.keys(tool.parameters.properties ?? {})).toEqual(['state', 'labels', 'since', 'limit'])
  expect(tool.parameters.properties?.state).toMatchObject({
    type: ['string', 'null'],
    enum: ['open', 'closed', 'all', null],
  })
  expect(fromTool(list, fields, { state: null, labels: null, since: null, limit: 5 })).toEqual({
    ok: true,
    input: { repo: 'acme/website', limit: 5 },
  })
})

test('an agent does not choose a destination unless the builder says so', () => {
  const post = action('slack.message.post')
  expect(Object.keys(toTool(post, {}).parameters.properties ?? {})).toEqual(['text', 'blocks'])
  expect(fromTool(post, {}, { channel: 'C123', text: 'hello', blocks: null })).toEqual({
    ok: false,
    problems: ['There is no argument channel.'],
  })
  expect(
    fromTool(post, { channel: { mode: 'agent' } }, { channel: 'C123', text: 'hello', blocks: null }),
  ).toEqual({ ok: true, input: { channel: 'C123', text: 'hello' } })
})

test('a fixed value cannot be overridden', () => {
  const post = action('slack.message.post')
  const fields: ToolFields = { channel: { mode: 'fixed', value: 'C123' }, blocks: { mode: 'empty' } }
  expect(fromTool(post, fields, { text: 'hello' })).toEqual({
    ok: true,
    input: { channel: 'C123', text: 'hello' },
  })
  expect(fromTool(post, fields, { text: 'hello', channel: 'C999' })).toMatchObject({ ok: false })
})

test('wrong arguments are answered with sentences that name the field', () => {
  const get = action('github.issue.get')
  const fields: ToolFields = { repo: { mode: 'fixed', value: 'acme/website' } }
  const answer = fromTool(get, fields, { number: 'seven' })
  expect(answer).toMatchObject({ ok: false })
  expect(answer.ok ? '' : answer.problems.join()).toContain('number: ')
  expect(fromTool(get, fields, 'no object')).toMatchObject({ ok: false })
})

test('pairs and free JSON go through a strict schema and come back', () => {
  const send = action('http.request.send')
  const fields: ToolFields = {
    url: { mode: 'fixed', value: 'https://api.example.com/items' },
    method: { mode: 'fixed', value: 'POST' },
    honours_key: { mode: 'empty' },
    body_type: { mode: 'empty' },
    read_as: { mode: 'empty' },
    any_status: { mode: 'empty' },
  }
  expect(Object.keys(toTool(send, fields).parameters.properties ?? {})).toEqual(['headers', 'body'])
  expect(
    fromTool(send, fields, { headers: [{ name: 'X-Shop', value: 'acme' }], body: '{"name":"Lamp"}' }),
  ).toEqual({
    ok: true,
    input: {
      url: 'https://api.example.com/items',
      method: 'POST',
      headers: { 'X-Shop': 'acme' },
      body: { name: 'Lamp' },
    },
  })
  expect(fromTool(send, fields, { headers: null, body: 'plain words' })).toMatchObject({
    ok: true,
    input: { body: 'plain words' },
  })
})
