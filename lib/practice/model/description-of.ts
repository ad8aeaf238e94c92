import type { JsonObject } from '../../core/json'

/** What a schema says about its value in words. */
export function descriptionOf(schema: JsonObject): string {
  return [schema.title, schema.description, schema.format]
    .filter((part) => typeof part === 'string')
    .join(' ')
}
