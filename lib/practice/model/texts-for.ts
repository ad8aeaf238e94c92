import type { Json } from '../../core/json'
import { chooseSome } from './choose'
import type { Material } from './material'
import { optionsIn } from './options-in'
import { sentencesOf, shorten, titleOf } from './summary'
import { subjectCount, subjects, withoutDenied } from './words'

export const labelNames = /\b(labels?|tags?|topics?|categor\w+|keywords?|areas?|types?)\b/

/** Texts for a list: labels where it is about labels, else the points of the text or the names of what there is. */
export function textsFor(
  name: string,
  description: string,
  material: Material,
  items: readonly Json[] | undefined,
  most: number,
): string[] {
  const options = optionsIn(description)
  if (options.length > 0) return [...chooseSome(options, material, Math.min(2, most))]
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
