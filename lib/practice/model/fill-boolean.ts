import type { JsonObject } from '../../core/json'
import { descriptionOf } from './description-of'
import { valueNamed } from './extract'
import type { Filled } from './filled'
import { type Material, plainName } from './material'
import { gravityOf, shareOf, subjectCount, withoutDenied } from './words'

/** Fills a yes or no: given under its name, or whether the text speaks for what the field is called. */
export function fillBoolean(schema: JsonObject, name: string, material: Material): Filled<boolean> {
  const named = valueNamed(name, material)
  if (typeof named === 'boolean') return { value: named, found: true }
  const asked = plainName(`${name} ${descriptionOf(schema)}`)
  if (
    material.hasActed &&
    /\b(done|success\w*|posted|sent|commented|created|labell?ed|completed?)\b/.test(asked)
  ) {
    return { value: true, found: true }
  }
  if (/urgent|severe|critical|important|escalat|serious|alert|immediate|human|attention/.test(asked)) {
    return { value: shareOf[gravityOf(material.text)] > 0.5, found: true }
  }
  const text = withoutDenied(material.text)
  const words = plainName(name)
    .split(' ')
    .filter((word) => word.length > 2 && !/^(is|has|are|was|needs?|should|can|does|about|the)$/.test(word))
  const spoken = words.some(
    (word) => new RegExp(`\\b${word}`, 'i').test(text) || subjectCount(word, text) > 0,
  )
  return { value: spoken, found: true }
}
