import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HandrailError } from '@/lib/core/errors'
import type { Json, JsonObject } from '@/lib/core/json'
import type { Binding } from '@/lib/workflow/binding'
import { resolveBinding } from '@/lib/workflow/resolve-binding'
import { resolveInput } from '@/lib/workflow/resolve-input'
import { testActions } from '@/tests/support/test-actions'
import { from } from '@/tests/support/workflow'

const scope: JsonObject = {
  issue: { title: 'Fire', body: null, labels: ['a', 'b'], author: { login: 'ada' }, comments: 3 },
}
const call = { scope, now: Date.UTC(2026, 0, 31, 9), node: { id: 'tell', name: 'Tell the team' } }
const resolve = (binding: Binding): Json => resolveBinding(binding, call, 'input.text')

function problem(attempt: () => unknown): HandrailError {
  try {
    attempt()
  } catch (error) {
    if (error instanceof HandrailError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a binding', () => {
  it.each<[string, Binding, Json]>([
    ['a literal', { value: { a: [1] } }, { a: [1] }],
    ['an earlier value with its type', from('issue', 'labels'), ['a', 'b']],
    ['one item of a list', from('issue', 'labels', 1), 'b'],
    ['a whole output', from('issue'), scope.issue ?? null],
    ['an empty value that a service gave', from('issue', 'body'), null],
    ['a default for what is empty', { ...from('issue', 'body'), default: '-' }, '-'],
    ['a default for what is not there', { ...from('gone', 'x'), default: 7 }, 7],
    [
      'the first that is there',
      { first: [from('gone'), from('issue', 'body'), from('issue', 'title')] },
      'Fire',
    ],
    ['text with values in it', { text: '{{ issue.title }}: {{ issue.labels }}' }, 'Fire: a, b'],
    ['a lone value in text, with its type', { text: ' {{ issue.comments }} ' }, 3],
    ['text without any', { text: 'Plain' }, 'Plain'],
  ])('gives %s', (_what, binding, value) => {
    expect(resolve(binding)).toEqual(value)
  })

  it.each<[string, Binding]>([
    ['a step that did not run', from('gone', 'x')],
    ['a key that is not there', from('issue', 'titel')],
    ['a path through what is empty', from('issue', 'body', 'length')],
    ['what an object has from birth', from('issue', 'constructor')],
    ['the prototype', from('issue', '__proto__')],
    ['the length of a text', from('issue', 'title', 'length')],
    ['none of several', { first: [from('gone'), from('issue', 'body')] }],
    ['a name in text', { text: 'Hello {{ gone.name }}' }],
    ['a path through what is empty in text', { text: 'Hello {{ issue.body.name }}' }],
  ])('refuses %s, and names the node and the field', (_what, binding) => {
    const error = problem(() => resolve(binding))
    expect(error).toMatchObject({ code: 'missing_value', field: 'input.text', who: 'user', retry: 'no' })
    expect(error.message).toContain('"Tell the team"')
    expect(error.message).toContain('"text"')
    expect(error.message).toMatch(/default/)
  })

  it('gives any value back as it was, by reference or alone in text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const json: Json = JSON.parse(JSON.stringify(value))
        const at = { ...call, scope: { source: { value: json } } }
        expect(resolveBinding(from('source', 'value'), at, 'f')).toEqual(json)
        expect(resolveBinding({ text: '{{ source.value }}' }, at, 'f')).toEqual(json)
      }),
    )
  })

  it('never reads a value as a template', () => {
    fc.assert(
      fc.property(fc.constantFrom('{{ issue.title }}', '{% if true %}x{% endif %}', '{{', '%}'), (text) => {
        const at = { ...call, scope: { ...scope, mail: { body: text } } }
        expect(resolveBinding({ text: 'Body: {{ mail.body }}' }, at, 'f')).toBe(`Body: ${text}`)
      }),
    )
  })
})

describe('the input of an action', () => {
  const input = (id: string, bindings: Record<string, Binding>) => {
    const action = testActions.get(id)
    if (!action) throw new Error(id)
    return resolveInput(action, bindings, call)
  }

  it('changes types where nothing is lost by it', () => {
    expect(input('test.issue.get', { repo: { value: 'acme/site' }, number: { value: '7' } })).toEqual({
      repo: 'acme/site',
      number: 7,
    })
    const message = { to: { value: 12 }, text: { text: '{{ issue.comments }}' }, tags: { value: 'one' } }
    expect(input('test.message.send', message)).toEqual({ to: '12', text: '3', tags: ['one'] })
  })

  it('leaves an empty value out where that is allowed, and refuses it where it is not', () => {
    const tags = { to: { value: 'a' }, text: { value: 'b' }, tags: from('issue', 'body') }
    expect(input('test.message.send', tags)).toEqual({ to: 'a', text: 'b' })
    const text = { to: { value: 'a' }, text: from('issue', 'body') }
    expect(problem(() => input('test.message.send', text))).toMatchObject({
      code: 'missing_value',
      field: 'input.text',
    })
  })

  it('refuses what does not fit, and names the field', () => {
    const error = problem(() => input('test.issue.get', { repo: { value: 'a' }, number: { value: 'seven' } }))
    expect(error).toMatchObject({ code: 'wrong_type', field: 'input.number' })
    expect(error.message).toBe('The field "number" of "Tell the team" must be a number.')
  })
})
