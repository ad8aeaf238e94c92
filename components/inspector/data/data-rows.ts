import type { Json } from '@/lib/core/json'
import type { ValueType } from '@/lib/workflow/value-type'
import type { DataSource } from './data-sources'
import { sampleText } from './sample-value'

/** One value that can be picked. */
export type DataRow = {
  readonly path: readonly (string | number)[]
  readonly label: string
  readonly depth: number
  readonly type: ValueType
  readonly sample: string | null
  /** The value is not there every time. */
  readonly mayBeMissing: boolean
}

const deepest = 4
const mostRows = 200

/**
 * The values inside a step's output as rows of a tree: by what is known of its type, and below what is not known by
 * what it gave last time.
 */
export function dataRowsOf(source: DataSource, sample: Json | undefined): readonly DataRow[] {
  const rows: DataRow[] = []
  const { type } = source
  // Where a step gives one value and no fields, that value is what can be picked.
  if (type.kind !== 'object') {
    const label = type.kind === 'list' ? 'The whole list' : 'What it gives'
    rows.push({ path: [], label, depth: 0, type, sample: sampleText(sample), mayBeMissing: false })
  }
  walk(type, sample, [], rows.length, false)
  return rows

  function walk(
    type: ValueType,
    value: Json | undefined,
    path: readonly (string | number)[],
    depth: number,
    mayBeMissing: boolean,
  ) {
    if (rows.length >= mostRows || depth > deepest) return
    for (const child of childrenOf(type, value)) {
      const at = [...path, child.key]
      const missing = mayBeMissing || child.mayBeMissing
      rows.push({
        path: at,
        label: child.label,
        depth,
        type: child.type,
        sample: sampleText(child.value),
        mayBeMissing: missing,
      })
      walk(child.type, child.value, at, depth + 1, missing)
    }
  }
}

type Child = {
  readonly key: string | number
  readonly label: string
  readonly type: ValueType
  readonly value: Json | undefined
  readonly mayBeMissing: boolean
}

function childrenOf(type: ValueType, value: Json | undefined): readonly Child[] {
  if (type.kind === 'list') {
    const first = Array.isArray(value) ? value[0] : undefined
    const count = Array.isArray(value) ? value.length : null
    const label = count === null ? 'First item' : `First of ${count} ${count === 1 ? 'item' : 'items'}`
    const item = type.item.kind === 'any' && first !== undefined ? typeOfSample(first) : type.item
    return [{ key: 0, label, type: item, value: first, mayBeMissing: true }]
  }
  if (type.kind === 'any' && value !== undefined) return childrenOf(typeOfSample(value), value)
  if (type.kind !== 'object') return []
  const values =
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : []
  const known = Object.entries(type.fields).map(
    ([key, field]): Child => ({
      key,
      label: field.title ?? key.replaceAll('_', ' '),
      type: field.type,
      value: values.find(([name]) => name === key)?.[1],
      mayBeMissing: field.optional === true || field.nullable === true,
    }),
  )
  const seen = type.open ? values.filter(([key]) => !Object.hasOwn(type.fields, key)) : []
  return [
    ...known,
    ...seen.map(
      ([key, child]): Child => ({
        key,
        label: key.replaceAll('_', ' '),
        type: typeOfSample(child),
        value: child,
        mayBeMissing: true,
      }),
    ),
  ]
}

/** As much of a type as one value shows. */
function typeOfSample(value: Json): ValueType {
  if (value === null) return { kind: 'any' }
  if (Array.isArray(value)) return { kind: 'list', item: { kind: 'any' } }
  if (typeof value === 'object') return { kind: 'object', fields: {}, open: true }
  if (typeof value === 'string') return { kind: 'text' }
  return typeof value === 'number' ? { kind: 'number' } : { kind: 'boolean' }
}
