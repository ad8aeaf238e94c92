import type { Json } from '../core/json'

/** The value that a text holds as JSON, or `undefined` when it holds none. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
