import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { actionCatalog, actions } from '@/lib/connectors/index'
import type { Json } from '@/lib/core/json'
import { assignable } from '@/lib/workflow/assignable'
import { coerceTo } from '@/lib/workflow/coerce-to'
import { outputTypes } from '@/lib/workflow/output-types'
import { typeAt } from '@/lib/workflow/type-at'
import { typeOfLiteral } from '@/lib/workflow/type-of-literal'
import { isList, isObject } from '@/lib/workflow/value-at'
import {
  anyType,
  booleanType,
  listOf,
  numberType,
  objectOf,
  openObjectType,
  textType,
  type ValueType,
} from '@/lib/workflow/value-type'
import { valueTypeOfSchema } from '@/lib/workflow/value-type-of-schema'
import { from, workflow } from '@/tests/support/workflow'

/** Is the value one of this type? Written apart from what is tested. */
function isOf(type: ValueType, value: Json): boolean {
  switch (type.kind) {
    case 'any':
      return true
    case 'null':
      return value === null
    case 'text':
      return typeof value === 'string' && (!type.choices || type.choices.includes(value))
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'list':
      return isList(value) && value.every((item) => isOf(type.item, item))
    case 'object':
      return (
        isObject(value) &&
        Object.entries(type.fields).every(([key, field]) => {
          const item = value[key]
          return item === undefined
            ? field.optional === true
            : (field.nullable && item === null) || isOf(field.type, item)
        })
      )
  }
}

const { type: types } = fc.letrec<{ type: ValueType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<ValueType>(textType, numberType, booleanType, anyType, openObjectType),
    tie('type').map(listOf),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('type')).map(objectOf),
  ),
}))

function valueFor(type: ValueType): fc.Arbitrary<Json> {
  switch (type.kind) {
    case 'text':
      return fc.oneof(fc.string(), fc.nat().map(String))
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'list':
      return fc.array(valueFor(type.item), { maxLength: 3 })
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(type.fields).map(([key, { type: inner }]) => [key, valueFor(inner)]),
        ),
      )
    default:
      return fc.constantFrom<Json>('x', 1, true)
  }
}

/** What is not known before a run makes no promise. */
function isKnown(type: ValueType): boolean {
  if (type.kind === 'any') return false
  if (type.kind === 'list') return isKnown(type.item)
  return (
    type.kind !== 'object' || (!type.open && Object.values(type.fields).every((field) => isKnown(field.type)))
  )
}

describe('a value that may be assigned', () => {
  it('is of the type that was asked for, once it is coerced', () => {
    const cases = fc
      .tuple(types.filter(isKnown), types)
      .chain(([source, target]) => fc.tuple(fc.constant(source), fc.constant(target), valueFor(source)))
    let fits = 0
    fc.assert(
      fc.property(cases, ([source, target, value]) => {
        const fit = assignable(source, target)
        if (fit === 'no' || fit === 'maybe') return
        fits += 1
        const coerced = coerceTo(target, value)
        expect({ value: coerced, is: isOf(target, coerced) }).toEqual({ value: coerced, is: true })
        if (fit === 'yes') expect(coerced).toEqual(value)
      }),
      { numRuns: 3_000 },
    )
    expect(fits).toBeGreaterThan(300)
  })

  it('keeps its value when nothing has to change', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json: Json = JSON.parse(JSON.stringify(value))
        expect(isOf(typeOfLiteral(json), json)).toBe(true)
      }),
    )
  })
})

describe('the type of a schema', () => {
  it.each(actions.map((action) => [action.id, action] as const))(
    'holds for the examples of %s',
    (_id, action) => {
      for (const { input, output } of action.examples) {
        expect(isOf(valueTypeOfSchema(action.input, 'input'), JSON.parse(JSON.stringify(input)))).toBe(true)
        const parsed = JSON.parse(JSON.stringify(action.output.parse(output)))
        expect(isOf(valueTypeOfSchema(action.output, 'output'), parsed)).toBe(true)
      }
    },
  )

  it('sees through what may be left out, be empty or be one of several', () => {
    const type = valueTypeOfSchema(
      z.object({
        a: z.string().optional(),
        b: z.number().nullable(),
        c: z.enum(['x', 'y']),
        d: z.union([z.string(), z.number()]),
        e: z.array(z.literal('q')),
        f: z.record(z.string(), z.number()),
      }),
      'output',
    )
    expect(type).toMatchObject({
      kind: 'object',
      fields: {
        a: { type: { kind: 'text' }, optional: true },
        b: { type: { kind: 'number' }, nullable: true },
        c: { type: { kind: 'text', choices: ['x', 'y'] } },
        d: { type: { kind: 'any' } },
        e: { type: { kind: 'list', item: { kind: 'text', choices: ['q'] } } },
        f: { type: { kind: 'object', open: true } },
      },
    })
  })
})

describe('the outputs of a workflow', () => {
  it('are typed through sets, text and references', () => {
    const document = workflow()
      .form('start', [{ key: 'n', type: 'number', required: true }])
      .set('a', {
        twice: from('start', 'n'),
        text: { text: 'x {{ start.n }}' },
        lone: { text: '{{ start.n }}' },
        items: { value: [1] },
      })
      .after('start')
      .set('b', { copy: from('a', 'twice'), self: from('b', 'self') })
      .after('a')
      .document()
    const known = outputTypes(document, actionCatalog)
    const at = (node: string, ...path: string[]) => {
      const found = typeAt(known.of(node) ?? anyType, path)
      return found.found ? found.type.kind : 'nothing'
    }
    expect(['twice', 'text', 'lone', 'items', 'gone'].map((key) => at('a', key))).toEqual([
      'number',
      'text',
      'number',
      'list',
      'nothing',
    ])
    expect([at('b', 'copy'), at('b', 'self')]).toEqual(['number', 'any'])
  })
})
