import { describe, expect, it } from 'vitest'
import { checkDocument } from '@/lib/policy/check-document'
import { answerFor, readAnswer } from '@/lib/workflow/answer'
import { isAnswerHeader } from '@/lib/workflow/answer-header'
import { nodeSchema } from '@/lib/workflow/document'

const node = (config: object) => ({
  id: 'reply',
  type: 'respond',
  config: { body: { value: 'ok' }, ...config },
})
const hook = (config: object) => ({ id: 'hook', type: 'trigger.webhook', config })

function answered(config: object) {
  const parsed = nodeSchema.parse(node(config))
  if (parsed.type !== 'respond') throw new Error('not what was asked for')
  return answerFor(parsed.config, {
    node: parsed,
    scope: { hook: { line: 'a\r\nset-cookie: b', n: 3 } },
    now: 0,
  })
}

const issuesOf = (...nodes: object[]) =>
  checkDocument(
    { schema: 1, nodes, edges: [{ from: 'hook', exit: 'out', to: 'reply' }] },
    { actions: new Map(), connections: [] },
  ).map(({ severity, field, node: where }) => [severity, where, field])

describe('the answer of a workflow', () => {
  it('has its values filled in, with their types, and is read back as it was', () => {
    const output = answered({
      status: 201,
      headers: { 'X-N': { text: '{{ hook.n }}' } },
      body: { from: 'hook', path: ['n'] },
    })
    expect(output).toEqual({ status: 201, headers: { 'x-n': '3' }, body: 3 })
    expect(readAnswer(output)).toEqual(output)
  })

  it('cannot be made to carry a second header', () => {
    expect(() => answered({ headers: { 'X-Line': { text: '{{ hook.line }}' } } })).toThrow('X-Line')
  })

  it.each([
    'set-cookie',
    'Content-Security-Policy',
    'content-length',
    'x-frame-options',
    'x-request-id',
    'x y',
  ])('does not set %s', (name) => expect(isAnswerHeader(name)).toBe(false))

  it.each(['Content-Type', 'location', 'X-Order'])('may set %s', (name) =>
    expect(isAnswerHeader(name)).toBe(true),
  )
})

describe('checking an answer', () => {
  it('finds headers that are not its to set, and times that no caller waits', () => {
    const wrong = node({ headers: { 'Set-Cookie': { value: 'a=b' } } })
    expect(issuesOf(hook({ answer: 'result', within: 'PT10M' }), wrong)).toEqual([
      ['error', 'hook', 'config.within'],
      ['error', 'reply', 'config.headers'],
    ])
  })

  it('says when nobody waits for it', () => {
    expect(issuesOf(hook({ answer: 'accepted' }), node({}))).toEqual([['warning', 'reply', undefined]])
  })
})
