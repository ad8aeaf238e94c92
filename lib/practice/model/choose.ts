import { type Material, plainName } from './material'
import { degreeOf, gravityOf, shareOf, subjectCount, withoutDenied } from './words'

/** Picks the choice that the text speaks for: by its name, by words of its subject, or by how grave the text looks. */
export function chooseOne(choices: readonly string[], material: Material): string {
  const text = textToJudge(choices, material)
  const degrees = choices.flatMap((choice) => {
    const degree = degreeOf(plainName(choice))
    return degree === null ? [] : [{ choice, degree }]
  })
  const scored = choices.map((choice) => ({ choice, score: scoreOf(choice, text) }))
  const best = Math.max(0, ...scored.map((one) => one.score))
  const leading = scored.filter((one) => one.score === best && best > 0)
  if (leading.length === 1 && leading[0]) return leading[0].choice
  if (degrees.length >= 2) return byGravity(degrees, text)
  return leading[0]?.choice ?? fallback(choices)
}

/** All the choices that the text speaks for, and at least one. */
export function chooseSome(choices: readonly string[], material: Material, most: number): readonly string[] {
  const text = textToJudge(choices, material)
  const spokenFor = choices.filter((choice) => scoreOf(choice, text) > 0).slice(0, most)
  return spokenFor.length > 0 ? spokenFor : [chooseOne(choices, material)]
}

/** A sentence that names two of the choices lists them: it says nothing for either. */
function textToJudge(choices: readonly string[], material: Material): string {
  const names = choices.map(plainName)
  const kept = material.text
    .split(/\n+|(?<=[.!?])\s+/)
    .filter((sentence) => names.filter((name) => mentions(name, sentence) > 0).length < 2)
  return withoutDenied(kept.join('\n'))
}

function scoreOf(choice: string, text: string): number {
  const name = plainName(choice)
  return mentions(name, text) * 3 + subjectCount(name, text)
}

function mentions(name: string, text: string): number {
  if (name === '') return 0
  const words = name.split(' ').join('[\\s_-]+')
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'giu')
  return [...text.matchAll(whole)].length
}

function byGravity(degrees: readonly { choice: string; degree: number }[], text: string): string {
  const sorted = [...degrees].sort((a, b) => a.degree - b.degree)
  const place = Math.round(shareOf[gravityOf(text)] * (sorted.length - 1))
  return sorted[place]?.choice ?? ''
}

function fallback(choices: readonly string[]): string {
  const neutral = choices.find((choice) =>
    /^(other|neutral|unknown|normal|general|none)$/.test(plainName(choice)),
  )
  return neutral ?? choices[0] ?? ''
}
