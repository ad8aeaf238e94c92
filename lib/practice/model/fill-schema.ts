import type { Json, JsonObject } from '../../core/json'
import { chooseOne, chooseSome } from './choose'
import { descriptionOf } from './description-of'
import { numbersIn, valueNamed } from './extract'
import { fillBoolean } from './fill-boolean'
import { fillNumber } from './fill-number'
import { fillText } from './fill-text'
import type { Filled } from './filled'
import { isList, isObject, type Material, materialOf, plainName } from './material'
import { listInFocus, summaryOf } from './summary'
import { labelNames, textsFor } from './texts-for'

const deepest = 8

type Place = {
  readonly name: string
  readonly material: Material
  readonly root: Json
  readonly depth: number
  /** An answer fills what it can. A call says no more than it must: a reading one keeps every filter off. */
  readonly purpose: Purpose
}

type Purpose = 'answer' | 'read' | 'write'

/** Makes a value of the shape that a JSON schema asks for, every part of it by rule from the material. */
export function fillSchema(schema: Json, material: Material, purpose: Purpose = 'answer'): Filled<Json> {
  return fill(schema, { name: '', material, root: schema, depth: 0, purpose })
}

function fill(given: Json, place: Place): Filled<Json> {
  const schema = resolve(given, place.root)
  if (schema.const !== undefined) return { value: schema.const, found: true }
  if (isList(schema.enum) && schema.enum.length > 0) return fillEnum(schema.enum, place)
  const alternatives = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (isList(alternatives) && alternatives.length > 0) {
    return fillAlternative(alternatives, descriptionOf(schema), place)
  }
  const types = isList(schema.type) ? schema.type.map(String) : [String(schema.type ?? guessType(schema))]
  const type = types.find((one) => one !== 'null') ?? 'null'
  if (types.includes('null') && isLeftOut(type, place)) return { value: null, found: false }
  const filled = (fillers[type] ?? fillNothing)(schema, place)
  return filled.found || !types.includes('null') ? filled : { value: null, found: false }
}

function isLeftOut(type: string, place: Place): boolean {
  if (place.purpose === 'answer') return false
  if (place.purpose === 'read') return valueNamed(place.name, place.material) === undefined
  return type === 'array' && !labelNames.test(plainName(place.name))
}

function resolve(schema: Json, root: Json): JsonObject {
  if (!isObject(schema)) return {}
  if (typeof schema.$ref !== 'string') return schema
  const target = schema.$ref
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((at, part) => (isObject(at) ? at[part] : undefined), root)
  return isObject(target) ? target : {}
}

function guessType(schema: JsonObject): string {
  return schema.properties !== undefined ? 'object' : schema.items !== undefined ? 'array' : 'string'
}

/** The first alternative that something speaks for; without one, null where it is allowed. */
function fillAlternative(alternatives: readonly Json[], description: string, place: Place): Filled<Json> {
  const described = alternatives.map((one) => {
    const schema = resolve(one, place.root)
    return schema.description === undefined && description !== '' ? { ...schema, description } : schema
  })
  const real = described.filter((one) => one.type !== 'null')
  const filled = place.depth > deepest ? [] : real.map((one) => fill(one, deeper(place)))
  const found = filled.find((one) => one.found)
  if (found) return found
  const mayBeNull = real.length < described.length
  return mayBeNull ? { value: null, found: false } : (filled[0] ?? { value: null, found: false })
}

function deeper(place: Place, name = place.name, material = place.material): Place {
  return { ...place, name, material, depth: place.depth + 1 }
}

function fillEnum(options: readonly Json[], place: Place): Filled<Json> {
  const named = valueNamed(place.name, place.material)
  const same = options.find((option) => option === named)
  if (same !== undefined) return { value: same, found: true }
  if (options.includes(null) && place.purpose !== 'answer') return { value: null, found: false }
  const words = options.filter((option) => typeof option === 'string')
  if (words.length > 0) return { value: chooseOne(words, place.material), found: true }
  const numbers = numbersIn(place.material.text)
  const option = options.find((one) => typeof one === 'number' && numbers.includes(one)) ?? options[0] ?? null
  return { value: option, found: true }
}

type Filler = (schema: JsonObject, place: Place) => Filled<Json>

const fillNothing: Filler = () => ({ value: null, found: false })

const fillString: Filler = (schema, place) => {
  const description = descriptionOf(schema)
  const most = typeof schema.maxLength === 'number' ? schema.maxLength : 600
  // A list of somebody's own making, such as a message's blocks, cannot be made up by rule.
  if (/\bJSON list\b/i.test(description)) return { value: '[]', found: false }
  if (/\bJSON (?:object|text)\b/i.test(description)) {
    const object = { summary: summaryOf(place.material, 200) }
    return { value: JSON.stringify(object), found: true }
  }
  return fillText(place.name, description, place.material, most)
}

const fillArray: Filler = (schema, place) => {
  const { name } = place
  const items = resolve(schema.items ?? {}, place.root)
  const most = typeof schema.maxItems === 'number' ? schema.maxItems : 5
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0
  const values = place.depth > deepest ? [] : entriesFor(items, descriptionOf(schema), place, most)
  while (values.length < least) values.push(fill(items, deeper(place, `${name} entry`)).value)
  return { value: values, found: values.length > 0 }
}

function entriesFor(items: JsonObject, description: string, place: Place, most: number): Json[] {
  const { name, material } = place
  const own =
    material.lists.find((one) => plainName(one.key) === plainName(name) && one.items.length > 0) ??
    listInFocus(material)
  if (isList(items.enum)) {
    const words = items.enum.filter((option) => typeof option === 'string')
    return words.length > 0 ? [...chooseSome(words, material, most)] : items.enum.slice(0, Math.min(1, most))
  }
  const isText = items.type === 'string' || Object.keys(items).length === 0
  if (isText && items.const === undefined)
    return textsFor(plainName(name), description, material, own?.items, most)
  const sources = own?.items.slice(0, most) ?? []
  if (sources.length === 0) return most > 0 ? [fill(items, deeper(place, name)).value] : []
  return sources.map((source) => fill(items, deeper(place, name, materialOf(material.task, [source]))).value)
}

const fillObject: Filler = (schema, place) => {
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : []
  const required = isList(schema.required) ? schema.required : []
  const filled = properties.flatMap(([key, property]) => {
    if (place.depth > deepest && !required.includes(key)) return []
    const entry = fill(property, deeper(place, key))
    return entry.found || required.includes(key) ? [{ key, entry, required: required.includes(key) }] : []
  })
  return {
    value: Object.fromEntries(filled.map(({ key, entry }) => [key, entry.value])),
    // Null stands for "nothing known" wherever it is allowed, so it counts as well filled.
    found: filled.every(({ entry }) => entry.found || entry.value === null),
  }
}

const fillers: Readonly<Record<string, Filler>> = {
  string: fillString,
  number: (schema, { name, material }) => fillNumber(schema, name, material),
  integer: (schema, { name, material }) => fillNumber(schema, name, material),
  boolean: (schema, { name, material }) => fillBoolean(schema, name, material),
  array: fillArray,
  object: fillObject,
  null: () => ({ value: null, found: true }),
}
