import { canonicalJson } from '../core/canonical-json'
import type { Json, JsonObject } from '../core/json'
import { isSame, numberOf } from './comparisons'
import type { NodeOf } from './document'
import { evaluateCondition } from './evaluate-condition'
import { type ListProblem, listProblem } from './list-problem'
import { resolveBinding } from './resolve-binding'
import type { StepScope } from './step-scope'
import { isList, valueAt } from './value-at'

type Config = NodeOf<'list'>['config']
type Way = readonly (string | number)[]

/** What a list node makes of its list: filter, unique, sort, limit, in this order; then groups and the sum. Pure. */
export function shapeList(node: NodeOf<'list'>, call: StepScope): JsonObject {
  const { config } = node
  const given = resolveBinding(config.items, call, 'config.items')
  if (!isList(given)) throw listProblem(call, 'config.items', 'needs a list')
  const refuse: ListProblem = (field, problem) => listProblem(call, field, problem)
  const items = limited(sorted(unique(filtered(given, config, call), config), config, refuse), config)
  const whole = { items, count: items.length, ...sumOf(items, config, refuse) }
  if (!config.group) return whole
  const groups = grouped(items, config.group.by).map((group) => ({
    ...group,
    ...sumOf(group.items, config, refuse),
  }))
  return { ...whole, groups }
}

function filtered(items: readonly Json[], { filter }: Config, call: StepScope): readonly Json[] {
  if (!filter) return items
  return items.filter((item, index) => {
    const scope = { ...call.scope, [call.node.id]: { item, index } }
    return evaluateCondition(filter, { ...call, scope }, 'config.filter')
  })
}

/** The first of those that are the same. */
function unique(items: readonly Json[], config: Config): readonly Json[] {
  if (!config.unique) return items
  const { by } = config.unique
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = canonicalJson(at(item, by))
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Numbers by size, texts by letters, moments by time; what is not there comes last. Equal ones keep their order. */
function sorted(items: readonly Json[], { sort }: Config, refuse: ListProblem): readonly Json[] {
  if (!sort) return items
  const way = sort.order === 'ascending' ? 1 : -1
  const keyed = items.map((item) => ({ item, key: at(item, sort.by) }))
  for (const { key } of keyed) {
    if (typeof key === 'object' && key !== null)
      throw refuse('config.sort', 'sorts by what is no text, number or date')
  }
  return keyed
    .toSorted((one, other) => {
      if (isAbsent(one.key) || isAbsent(other.key))
        return Number(isAbsent(one.key)) - Number(isAbsent(other.key))
      return way * compare(one.key, other.key)
    })
    .map(({ item }) => item)
}

function limited(items: readonly Json[], { limit }: Config): readonly Json[] {
  return limit === undefined ? items : items.slice(0, limit)
}

/** In the order in which each group's first item comes. */
function grouped(items: readonly Json[], by: Way) {
  const groups = new Map<string, { key: Json; items: Json[]; count: number }>()
  for (const item of items) {
    const key = at(item, by)
    const group = groups.get(canonicalJson(key)) ?? { key, items: [], count: 0 }
    group.items.push(item)
    group.count += 1
    groups.set(canonicalJson(key), group)
  }
  return [...groups.values()]
}

function sumOf(items: readonly Json[], { sum }: Config, refuse: ListProblem): { readonly sum?: number } {
  if (!sum) return {}
  let total = 0
  for (const item of items) {
    const value = at(item, sum.of)
    if (isAbsent(value)) continue
    const number = numberOf(value)
    if (number === undefined) throw refuse('config.sum', 'adds up what is no number')
    total += number
  }
  // What people write with a few decimals adds up without the noise of binary fractions.
  return { sum: Number(total.toPrecision(15)) }
}

function at(item: Json, way: Way): Json {
  return valueAt(item, way) ?? null
}

function isAbsent(value: Json): boolean {
  return value === null || value === ''
}

function compare(one: Json, other: Json): number {
  if (isSame(one, other)) return 0
  const [left, right] = [numberOf(one), numberOf(other)]
  if (left !== undefined && right !== undefined) return left - right
  const [before, after] = [String(one), String(other)]
  return before.localeCompare(after, 'en', { numeric: true })
}
