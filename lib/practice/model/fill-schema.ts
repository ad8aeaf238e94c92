import type { Json, JsonObject } from '../../core/json'
import { chooseOne, chooseSome } from './choose'
import { numberFor, numbersIn, valueNamed } from './extract'
import { type Filled, fillText } from './fill-text'
import { isList, isObject, type Material, materialOf, plainName } from './material'
import { listInFocus, sentencesOf, shorten, summaryOf, titleOf } from './summary'
import { gravityOf, subjectCount, subjects, withoutDenied } from './words'

const deepest = 8
const labelNames = /\b(labels?|tags?|topics?|categor\w+|keywords?|areas?|types?)\b/

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

function descriptionOf(schema: JsonObject): string {
  return [schema.title, schema.description, schema.format]
    .filter((part) => typeof part === 'string')
    .join(' ')
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
  if (/\bJSON (?:object|text)\b/i.test(description)) {
    const object = { summary: summaryOf(place.material, 200) }
    return { value: JSON.stringify(object), found: true }
  }
  return fillText(place.name, description, place.material, most)
}

const fillNumber: Filler = (schema, place) => {
  const { name, material } = place
  const about = `${name} ${descriptionOf(schema)}`
  const found =
    numeric(valueNamed(name, material, 'given')) ??
    countFor(about, material) ??
    numberFor(about, `${material.task}\n${material.text}`) ??
    numeric(valueNamed(name, material, 'found')) ??
    scoreFor(name, schema, material)
  const guess = numbersIn(material.text)[0] ?? 0
  return { value: within(schema, found ?? guess), found: found !== undefined }
}

function numeric(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function countFor(about: string, material: Material): number | undefined {
  if (!/\b(count|how many|number of|total|amount of)\b/.test(plainName(about))) return undefined
  const count = Math.max(0, ...material.lists.map((list) => list.items.length))
  return count > 0 ? count : undefined
}

/** A degree in numbers: at the top of its scale for a grave text, at the bottom for a light one. */
function scoreFor(name: string, schema: JsonObject, material: Material): number | undefined {
  if (
    !/\b(score|severity|priority|urgency|confidence|rating|level|importance|risk)\b/.test(plainName(name))
  ) {
    return undefined
  }
  const least = typeof schema.minimum === 'number' ? schema.minimum : 1
  const most = typeof schema.maximum === 'number' ? schema.maximum : /confidence/.test(name) ? 1 : 5
  const share = { grave: 1, plain: 0.5, light: 0 }[gravityOf(material.text)]
  return Math.round((least + (most - least) * share) * 10) / 10
}

function within(schema: JsonObject, value: number): number {
  const whole = schema.type === 'integer' || (isList(schema.type) && schema.type.includes('integer'))
  const least = typeof schema.minimum === 'number' ? schema.minimum : Number.NEGATIVE_INFINITY
  const most = typeof schema.maximum === 'number' ? schema.maximum : Number.POSITIVE_INFINITY
  const kept = Math.min(most, Math.max(least, value))
  return whole ? Math.min(Math.floor(most), Math.max(Math.ceil(least), Math.round(kept))) : kept
}

const fillBoolean: Filler = (schema, place) => {
  const { material } = place
  const named = valueNamed(place.name, material)
  if (typeof named === 'boolean') return { value: named, found: true }
  const asked = plainName(`${place.name} ${descriptionOf(schema)}`)
  if (
    material.hasActed &&
    /\b(done|success\w*|posted|sent|commented|created|labell?ed|completed?)\b/.test(asked)
  ) {
    return { value: true, found: true }
  }
  if (/urgent|severe|critical|important|escalat|serious|alert|immediate|human|attention/.test(asked)) {
    return { value: gravityOf(material.text) === 'grave', found: true }
  }
  const text = withoutDenied(material.text)
  const words = plainName(place.name)
    .split(' ')
    .filter((word) => word.length > 2 && !/^(is|has|are|was|needs?|should|can|does|about|the)$/.test(word))
  const spoken = words.some(
    (word) => new RegExp(`\\b${word}`, 'i').test(text) || subjectCount(word, text) > 0,
  )
  return { value: spoken, found: true }
}

const fillArray: Filler = (schema, place) => {
  const { name } = place
  const items = resolve(schema.items ?? {}, place.root)
  const most = typeof schema.maxItems === 'number' ? schema.maxItems : 5
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0
  const values = place.depth > deepest ? [] : entriesFor(items, place, most)
  while (values.length < least) values.push(fill(items, deeper(place, `${name} entry`)).value)
  return { value: values, found: values.length > 0 }
}

function entriesFor(items: JsonObject, place: Place, most: number): Json[] {
  const { name, material } = place
  const own =
    material.lists.find((one) => plainName(one.key) === plainName(name) && one.items.length > 0) ??
    listInFocus(material)
  if (isList(items.enum)) {
    const words = items.enum.filter((option) => typeof option === 'string')
    return words.length > 0 ? [...chooseSome(words, material, most)] : items.enum.slice(0, Math.min(1, most))
  }
  const isText = items.type === 'string' || Object.keys(items).length === 0
  if (isText && items.const === undefined) return textsFor(plainName(name), material, own?.items, most)
  const sources = own?.items.slice(0, most) ?? []
  if (sources.length === 0) return most > 0 ? [fill(items, deeper(place, name)).value] : []
  return sources.map((source) => fill(items, deeper(place, name, materialOf(material.task, [source]))).value)
}

function textsFor(
  name: string,
  material: Material,
  items: readonly Json[] | undefined,
  most: number,
): string[] {
  if (labelNames.test(name)) {
    const known = (items ?? []).flatMap((item) => titleOf(item) ?? [])
    if (known.length > 0) return [...chooseSome(known, material, Math.min(3, most))]
    const text = withoutDenied(material.text)
    const counted = Object.keys(subjects)
      .map((subject) => ({ subject, count: subjectCount(subject, text) }))
      .filter((one) => one.count > 0)
      .sort((a, b) => b.count - a.count)
    return (counted.length > 0 ? counted.map((one) => one.subject) : ['triage']).slice(0, Math.min(2, most))
  }
  const bullets = [...material.text.matchAll(/^\s*(?:[-*•]|\d+[.)])\s+(.{2,})$/gm)].map(
    (match) => match[1] ?? '',
  )
  const titles = (items ?? []).flatMap((item) => titleOf(item) ?? [])
  const entries = bullets.length > 0 ? bullets : titles.length > 0 ? titles : sentencesOf(material.text)
  return entries.slice(0, most).map((entry) => shorten(entry, 200))
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
  number: fillNumber,
  integer: fillNumber,
  boolean: fillBoolean,
  array: fillArray,
  object: fillObject,
  null: () => ({ value: null, found: true }),
}
