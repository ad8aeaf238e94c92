import { describe, expect, it } from 'vitest'
import { schemaProblems } from '@/lib/agent/json-schema'
import { outputSchema, readOutput } from '@/lib/agent/output-schema'
import type { Field } from '@/lib/workflow/field'

const fields: readonly Field[] = [
  { key: 'title', type: 'text', label: 'Title', help: 'At most ten words.' },
  { key: 'severity', type: 'choice', choices: ['low', 'high', 'low'] },
  { key: 'count', type: 'number', required: false },
  { key: 'done', type: 'boolean' },
  { key: 'due', type: 'date', required: false },
  { key: 'contact', type: 'email', required: false },
  { key: 'labels', type: 'list' },
  { key: 'extra', type: 'object', required: false },
]

const good = { title: 'A', severity: 'low', done: true, labels: ['x'] }

describe('the schema of output fields', () => {
  it('is strict: closed, every field required, an optional one may be null', () => {
    expect(outputSchema(fields)).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['title', 'severity', 'count', 'done', 'due', 'contact', 'labels', 'extra'],
      properties: {
        title: { type: 'string', description: 'Title - At most ten words.' },
        severity: { type: 'string', enum: ['low', 'high'] },
        count: { anyOf: [{ type: 'number' }, { type: 'null' }] },
        done: { type: 'boolean' },
        due: { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'A day, written YYYY-MM-DD.' },
        contact: { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'An e-mail address.' },
        labels: { type: 'array', items: { type: 'string' } },
        extra: {
          anyOf: [{ type: 'string' }, { type: 'null' }],
          description: 'A JSON object, written as JSON text.',
        },
      },
    })
  })
})

describe('reading an answer', () => {
  it('takes what fits, drops what was not asked for, and keeps every key', () => {
    const answer = { ...good, count: 3, due: '2026-02-28', extra: '{"a":[1]}', more: 'x' }
    expect(readOutput(fields, JSON.stringify(answer)).output).toEqual({
      ...good,
      count: 3,
      due: '2026-02-28',
      contact: null,
      extra: { a: [1] },
    })
  })

  it('reads JSON in a code fence', () => {
    expect(readOutput(fields, `\`\`\`json\n${JSON.stringify(good)}\n\`\`\``).problems).toEqual([])
  })

  it.each([
    ['not JSON', 'It is low.', 'the answer must be one JSON object'],
    ['a list', '[]', 'the answer must be one JSON object'],
    ['a missing field', { title: undefined }, 'title is missing'],
    ['a null where none may be', { done: null }, 'done is missing'],
    ['another choice', { severity: 'Low' }, 'severity must be one of "low", "high"'],
    ['a number in quotes', { count: '3' }, 'count must be a number'],
    ['a truth in quotes', { done: 'yes' }, 'done must be true or false'],
    ['a day that is not', { due: '2026-02-30' }, 'due must be a day such as 2026-01-31'],
    ['a day in words', { due: 'tomorrow' }, 'due must be a day such as 2026-01-31'],
    ['an address that is not', { contact: 'ada' }, 'contact must be an e-mail address'],
    ['a list of other things', { labels: ['a', 1] }, 'labels must be a list of texts'],
    ['text that holds no object', { extra: '[1]' }, 'extra must be a JSON object'],
    ['a number as text', { title: 5 }, 'title must be text'],
  ])('says what is wrong with %s', (_name, change, problem) => {
    const answer = typeof change === 'string' ? change : JSON.stringify({ ...good, ...change })
    expect(readOutput(fields, answer)).toEqual({ output: null, problems: [problem] })
  })

  it('takes no value from the prototype', () => {
    expect(readOutput([{ key: 'constructor', type: 'text' }], '{}').problems).toEqual([
      'constructor is missing',
    ])
  })
})

describe('checking arguments against a schema', () => {
  it.each([
    [{ type: 'integer' }, 1.5, ['the value must be integer, not number']],
    [{ type: ['string', 'null'] }, null, []],
    [{ enum: ['a', null] }, 'b', ['the value must be one of "a", null']],
    [
      { anyOf: [{ type: 'object', properties: { a: { type: 'string' } } }, { type: 'null' }] },
      { a: 1 },
      ['a must be string, not number'],
    ],
    [
      { type: 'array', items: { $ref: '#/$defs/x' }, $defs: { x: { type: 'string' } } },
      ['a', 2],
      ['[1] must be string, not number'],
    ],
    [
      { type: 'object', properties: {}, additionalProperties: false },
      { toString: 1 },
      ['toString is not a known field'],
    ],
    [{ type: 'object', required: ['a', 'b'] }, { a: 1 }, ['b is missing']],
    [
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: ['string', 'null'] } },
        required: ['a', 'b'],
      },
      {},
      ['a is missing'],
    ],
    [{ type: 'number', minimum: 2, maximum: 3 }, 4, ['the value must be at most 3']],
    [{ type: 'array', minItems: 1 }, [], ['the value must have at least 1 entries']],
    [true, 'anything', []],
    [false, 'anything', ['the value must not be there']],
  ])('%j with %j', (schema, value, problems) => {
    expect(schemaProblems(schema, value)).toEqual(problems)
  })
})
