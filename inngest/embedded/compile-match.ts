import type { RunnerEvent } from './event'

export type Match = { readonly matchValue: string | null; readonly expression: string | null }

const samePath = /^event\.data\.([\w.]+) == async\.data\.\1$/

/**
 * Turns what a wait asks of its event into a value that is found by index, where it is the usual "the same as in my
 * own event" over a plain value; else it stays an expression.
 */
export function compileMatch(expression: string | undefined, own: RunnerEvent): Match {
  if (!expression) return { matchValue: null, expression: null }
  const path = samePath.exec(expression)?.[1]
  const value = path?.split('.').reduce<unknown>(property, own.data)
  if (path === undefined || !isPlain(value)) return { matchValue: null, expression }
  return { matchValue: `${path}=${JSON.stringify(value)}`, expression: null }
}

/** All values of an event that a compiled match can ask for. */
export function matchValuesOf(event: RunnerEvent): Set<string> {
  const values = new Set<string>()
  const visit = (value: unknown, path: string) => {
    if (isPlain(value)) values.add(`${path}=${JSON.stringify(value)}`)
    else if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) {
        // Only such keys can stand in a compiled match.
        if (/^\w+$/.test(key)) visit(inner, path === '' ? key : `${path}.${key}`)
      }
    }
  }
  visit(event.data, '')
  return values
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

function property(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object') return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}
