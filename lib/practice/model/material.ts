import type { Json, JsonObject } from '../../core/json'
import { proseOf } from './prose'
import { toldIn } from './told'

/** A value found in the data, with the name it stood under. `given` came with the task, the others from tools. */
export type Leaf = {
  readonly key: string
  readonly value: string | number | boolean
  readonly depth: number
  readonly given: boolean
}

/** What a tool gave back. */
export type ToolData = { readonly tool: string; readonly value: Json }

export type List = { readonly key: string; readonly items: readonly Json[] }

/** Everything the practice model works from: what it is told, what it is given, and that laid flat. */
export type Material = {
  /** The task in words, without the data. */
  readonly task: string
  readonly leaves: readonly Leaf[]
  readonly lists: readonly List[]
  /** The values that the answer is about: those given, else those that reading tools found. May be none. */
  readonly focus: readonly Json[]
  /** The text that is judged and summed up: of the focus, else what the task tells beside its orders. */
  readonly text: string
  /** Has a tool done something beyond reading? */
  readonly hasActed: boolean
}

const mostLeaves = 3_000
/** Rules read this much of a text. */
const mostText = 100_000

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** `issueNumber`, `issue_number` and `Issue number` are one name. */
export function plainName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const readingVerbs = /\b(get|list|search|find|read|lookup|check|count|query|select|fetch)\b/

/** Told from the verb in its name: `github__issue__get` reads. */
export function isReadingTool(name: string): boolean {
  return readingVerbs.test(plainName(name))
}

/** Tools that find a place or a word to use, not what the task is about. */
function isLookup(name: string): boolean {
  return /\b(channels?|labels?|repos?|repository|accounts?|users?|members?)\b/.test(plainName(name))
}

export function materialOf(
  wholeTask: string,
  given: readonly Json[],
  results: readonly ToolData[] = [],
): Material {
  const task = wholeTask.slice(0, mostText)
  const content = results.filter((one) => isReadingTool(one.tool) && !isLookup(one.tool))
  const focus = [given, content.map((one) => one.value)].find((values) => values.some(hasContent)) ?? []
  const told = toldIn(task)
  const text = focus.map(proseOf).filter(Boolean).join('\n').slice(0, mostText)
  const all = [
    ...given.map((value) => flatten(value, true)),
    ...results.map((one) => flatten(one.value, false)),
  ]
  return {
    task,
    focus,
    leaves: all.flatMap((one) => one.leaves),
    lists: all.flatMap((one) => one.lists),
    text: text === '' ? told : text,
    hasActed: results.some((one) => !isReadingTool(one.tool)),
  }
}

function hasContent(value: Json): boolean {
  return isList(value) ? value.length > 0 : proseOf(value).length > 2
}

function flatten(value: Json, given: boolean): { leaves: readonly Leaf[]; lists: readonly List[] } {
  const leaves: Leaf[] = []
  const lists: List[] = []
  const visit = (at: Json, key: string, depth: number): void => {
    if (leaves.length >= mostLeaves || depth > 12 || at === null) return
    if (isList(at)) {
      lists.push({ key, items: at })
      for (const item of at) visit(item, key, depth + 1)
    } else if (isObject(at)) {
      for (const [name, entry] of Object.entries(at)) visit(entry, plainName(name), depth + 1)
    } else leaves.push({ key, value: at, depth, given })
  }
  visit(value, '', 0)
  return { leaves, lists }
}
