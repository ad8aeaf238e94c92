import type { Json, JsonObject } from '../../core/json'

/** A value found in the data, with the name it stood under. */
export type Leaf = { readonly key: string; readonly value: string | number | boolean; readonly depth: number }

/** Everything the practice model works from: what it is told, what it is given, and that laid flat. */
export type Material = {
  /** The task in words, without the data. */
  readonly task: string
  readonly data: readonly Json[]
  readonly leaves: readonly Leaf[]
  readonly lists: readonly { readonly key: string; readonly items: readonly Json[] }[]
  /** The text that is judged and summarised: the data's if it has any, else the task's. */
  readonly text: string
}

const mostLeaves = 3_000

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
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

export function materialOf(task: string, data: readonly Json[]): Material {
  const leaves: Leaf[] = []
  const lists: { key: string; items: readonly Json[] }[] = []
  const visit = (value: Json, key: string, depth: number): void => {
    if (leaves.length >= mostLeaves || depth > 12 || value === null) return
    if (isList(value)) {
      lists.push({ key, items: value })
      for (const item of value) visit(item, key, depth + 1)
    } else if (isObject(value)) {
      for (const [name, entry] of Object.entries(value)) visit(entry, plainName(name), depth + 1)
    } else leaves.push({ key, value, depth })
  }
  for (const value of data) visit(value, '', 0)
  const texts = leaves.flatMap((leaf) => (isProse(leaf) ? [String(leaf.value)] : []))
  const given = texts.join('\n')
  return { task, data, leaves, lists, text: given.length >= 12 ? given : toldText(task) }
}

/** Addresses, ids and times are values, not something to judge or to sum up. */
function isProse(leaf: Leaf): boolean {
  return (
    typeof leaf.value === 'string' &&
    !/^(https?:\/\/\S*|\d{4}-\d{2}-\d{2}T\S*|[\w-]{0,4}[0-9a-f]{12,})$/i.test(leaf.value) &&
    !/(^| )(id|url|sha|token|avatar|node id|login)$/.test(leaf.key)
  )
}

const orders =
  /^(please\s+)?(you are|classify|judge|decide|read|write|answer|choose|pick|say|tell|summari[sz]e|extract|post|comment|label|create|use|return|rate|give|find|list|make|look|search|check|report|reply|send|add|if|when|then|triage|draft|explain|turn|set|keep|be|do|don't|never|always)\b/i

/** What is left of a task when its orders are taken away: the values that were written into it. */
function toldText(task: string): string {
  const quoted = [...task.matchAll(/["“«]([^"”»]{3,})["”»]/g)].map((match) => match[1] ?? '')
  const told = task
    .split(/\n+|(?<=[.!?])\s+/)
    .flatMap((sentence) => {
      const trimmed = sentence.trim()
      if (!orders.test(trimmed)) return [trimmed]
      const afterColon = /:\s*(\S.*)$/.exec(trimmed)?.[1]
      return afterColon ? [afterColon] : []
    })
    .filter((sentence) => sentence !== '')
  const text = [...told, ...quoted].join('\n')
  return text.length >= 3 ? text : task
}
