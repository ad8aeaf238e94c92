import type { Json, JsonObject } from '../core/json'

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/**
 * What is wrong with a value, one sentence a place, `[]` when it fits. Knows the part of JSON Schema that strict
 * tools and structured outputs are written in; a keyword beyond it is not a reason to refuse.
 */
export function schemaProblems(schema: Json, value: Json, root: Json = schema, path = ''): readonly string[] {
  if (schema === false) return [`${nameOf(path)} must not be there`]
  if (!isJsonObject(schema)) return []
  const target = typeof schema.$ref === 'string' ? resolveReference(root, schema.$ref) : undefined
  if (target !== undefined) return schemaProblems(target, value, root, path)
  return [
    ...alternativeProblems(schema, value, root, path),
    ...typeProblems(schema, value, path),
    ...valueProblems(schema, value, path),
    ...(isJsonObject(value) ? objectProblems(schema, value, root, path) : []),
    ...(isJsonArray(value) && schema.items !== undefined
      ? value.flatMap((item, index) => schemaProblems(schema.items ?? true, item, root, `${path}[${index}]`))
      : []),
  ]
}

function resolveReference(root: Json, reference: string): Json | undefined {
  return reference
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .reduce<Json | undefined>((place, part) => (isJsonObject(place) ? place[part] : undefined), root)
}

function alternativeProblems(schema: JsonObject, value: Json, root: Json, path: string): readonly string[] {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (!isJsonArray(alternatives)) return []
  const answers = alternatives.map((one) => schemaProblems(one, value, root, path))
  if (answers.some((problems) => problems.length === 0)) return []
  // The alternative that fits best says most: `null` beside a real type has nothing to add.
  return [...answers].sort((a, b) => depthOf(b) - depthOf(a))[0] ?? []
}

function depthOf(problems: readonly string[]): number {
  return Math.max(0, ...problems.map((problem) => problem.split(/[.[]/).length))
}

function typeProblems(schema: JsonObject, value: Json, path: string): readonly string[] {
  const types = isJsonArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type]
  if (types.length === 0 || types.some((type) => isOfType(type, value))) return []
  return [`${nameOf(path)} must be ${types.map(String).join(' or ')}, not ${typeName(value)}`]
}

function isOfType(type: Json, value: Json): boolean {
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value)
  return type === typeName(value)
}

function typeName(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

function valueProblems(schema: JsonObject, value: Json, path: string): readonly string[] {
  const problems: string[] = []
  const name = nameOf(path)
  if (isJsonArray(schema.enum) && !schema.enum.some((one) => isSame(one, value))) {
    problems.push(`${name} must be one of ${schema.enum.map((one) => JSON.stringify(one)).join(', ')}`)
  }
  if (schema.const !== undefined && !isSame(schema.const, value)) {
    problems.push(`${name} must be ${JSON.stringify(schema.const)}`)
  }
  if (typeof value === 'number') {
    if (typeof schema.minimum === 'number' && value < schema.minimum) {
      problems.push(`${name} must be at least ${schema.minimum}`)
    }
    if (typeof schema.maximum === 'number' && value > schema.maximum) {
      problems.push(`${name} must be at most ${schema.maximum}`)
    }
  }
  if (isJsonArray(value)) {
    if (typeof schema.minItems === 'number' && value.length < schema.minItems) {
      problems.push(`${name} must have at least ${schema.minItems} entries`)
    }
    if (typeof schema.maxItems === 'number' && value.length > schema.maxItems) {
      problems.push(`${name} must have at most ${schema.maxItems} entries`)
    }
  }
  return problems
}

function isSame(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function objectProblems(schema: JsonObject, value: JsonObject, root: Json, path: string): readonly string[] {
  const properties = isJsonObject(schema.properties) ? schema.properties : {}
  const required = isJsonArray(schema.required) ? schema.required.map(String) : []
  // A strict schema lists what may be left out as required and lets it be null. Servers that are not strict leave it
  // out, and so does a call that was recorded before an action had the field.
  const mayBeNull = (key: string) =>
    properties[key] !== undefined && schemaProblems(properties[key], null, root, key).length === 0
  const missing = required
    .filter((key) => !Object.hasOwn(value, key) && !mayBeNull(key))
    .map((key) => `${nameOf(join(path, key))} is missing`)
  const inside = Object.entries(value).flatMap(([key, entry]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined
    const place = join(path, key)
    if (known !== undefined) return schemaProblems(known, entry, root, place)
    if (schema.additionalProperties === false) return [`${nameOf(place)} is not a known field`]
    return schemaProblems(schema.additionalProperties ?? true, entry, root, place)
  })
  return [...missing, ...inside]
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function nameOf(path: string): string {
  return path === '' ? 'the value' : path
}
