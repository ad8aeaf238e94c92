import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { schemaProblems } from '@/lib/agent/json-schema'
import { outputSchema, readOutput } from '@/lib/agent/output-schema'
import type { Json, JsonObject } from '@/lib/core/json'
import { answerQuestion } from '@/lib/practice/model/answer-question'
import { type Field, fieldTypes } from '@/lib/workflow/field'

const key = fc.oneof(
  fc.constantFrom(
    'severity',
    'summary',
    'count',
    'due',
    'email',
    'labels',
    'is_urgent',
    'repo',
    'score',
    'reply',
  ),
  fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/),
)

const field: fc.Arbitrary<Field> = fc.record(
  {
    key,
    type: fc.constantFrom(...fieldTypes),
    label: fc.string({ maxLength: 40 }),
    help: fc.lorem({ maxCount: 6 }),
    required: fc.boolean(),
    choices: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 6 }),
  },
  { requiredKeys: ['key', 'type', 'choices'] },
)

const fields = fc.uniqueArray(field, { minLength: 1, maxLength: 8, selector: (one) => one.key })

const text = fc.oneof(
  fc.constantFrom(
    'The app crashes on save and I lost my work. Please call +49 30 1234 or write to ada@example.org.',
    'Just a question: how do I change the font? See #12 in acme/site, due 2026-05-04.',
    '{"issues":[{"number":1,"title":"Slow"},{"number":2,"title":"Typo in docs"}]}',
    '',
  ),
  fc.lorem({ mode: 'sentences', maxCount: 4 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

function ask(schema: JsonObject, said: string): string {
  return answerQuestion({
    system: ['Do it.'],
    user: [said],
    tools: [],
    mayCall: true,
    calls: [],
    schema,
    wantsJson: true,
  }).text
}

describe('an answer of the practice model', () => {
  it('fits the output fields of any agent', () => {
    fc.assert(
      fc.property(fields, text, (some, said) => {
        const answer = ask(outputSchema(some), said)
        expect(readOutput(some, answer).problems).toEqual([])
        expect(ask(outputSchema(some), said)).toBe(answer)
      }),
      { numRuns: 300 },
    )
  })

  const schema = fc.letrec<{ any: JsonObject }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<JsonObject>(
        { type: 'string' },
        { type: 'string', description: 'As JSON text.' },
        { type: ['string', 'null'] },
        { type: 'number', minimum: 3, maximum: 7 },
        { type: 'integer' },
        { type: ['integer', 'null'], minimum: 2 },
        { type: 'boolean' },
        { type: 'null' },
        { const: 'fixed' },
        { enum: ['low', 'high', null] },
        { enum: [1, 2, 3] },
      ),
      fc.record({ type: fc.constant('array'), items: tie('any'), minItems: fc.constantFrom(0, 1, 2) }),
      fc
        .tuple(tie('any'), tie('any'))
        .map(([one, two]): JsonObject => ({ anyOf: [one, two, { type: 'null' }] })),
      fc.dictionary(key, tie('any'), { maxKeys: 5 }).map(
        (properties): JsonObject => ({
          type: 'object',
          properties,
          required: Object.keys(properties),
          additionalProperties: false,
        }),
      ),
    ),
  })).any

  it('fits any schema of the kinds that tools and outputs are written in', () => {
    fc.assert(
      fc.property(schema, text, (some, said) => {
        const value: Json = JSON.parse(ask(some, said))
        // Zod's own reading of JSON Schema is the referee; ours must agree with it.
        expect(z.fromJSONSchema({ ...some }).safeParse(value).error).toBeUndefined()
        expect(schemaProblems(some, value)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
