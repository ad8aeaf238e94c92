import type { JsonObject } from '../../core/json'
import { descriptionOf } from './description-of'
import { numberFor, numbersIn, valueNamed } from './extract'
import type { Filled } from './filled'
import { isList, type Material, plainName } from './material'
import { gravityOf, shareOf } from './words'

/** Fills a number: given under its name, counted, told in the text, found by a tool, or a degree. */
export function fillNumber(schema: JsonObject, name: string, material: Material): Filled<number> {
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
  const share = shareOf[gravityOf(material.text)]
  return Math.round((least + (most - least) * share) * 10) / 10
}

function within(schema: JsonObject, value: number): number {
  const whole = schema.type === 'integer' || (isList(schema.type) && schema.type.includes('integer'))
  const least = typeof schema.minimum === 'number' ? schema.minimum : Number.NEGATIVE_INFINITY
  const most = typeof schema.maximum === 'number' ? schema.maximum : Number.POSITIVE_INFINITY
  const kept = Math.min(most, Math.max(least, value))
  return whole ? Math.min(Math.floor(most), Math.max(Math.ceil(least), Math.round(kept))) : kept
}
