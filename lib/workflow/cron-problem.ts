type Part = {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly words?: readonly string[]
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const parts: readonly Part[] = [
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12, words: months },
  { name: 'weekday', from: 0, to: 7, words: weekdays },
]
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** What is wrong with a five-part cron line, as words that follow "The schedule …"; nothing when it is right. */
export function cronProblem(cron: string): string | undefined {
  const texts = cron.trim().split(/\s+/)
  if (texts.length !== parts.length || texts[0] === '')
    return `has ${cron.trim() ? texts.length : 0} parts instead of 5`
  for (const [index, part] of parts.entries()) {
    const problem = partProblem(texts[index] ?? '', part)
    if (problem) return problem
  }
  return neverComes(texts) ? 'names a day that never comes' : undefined
}

function partProblem(text: string, part: Part): string | undefined {
  for (const item of text.split(',')) {
    const [range = '', step, ...more] = item.split('/')
    if (more.length > 0 || (step !== undefined && !isStep(step, part)))
      return `has the ${part.name} "${text}"`
    if (range === '*') continue
    const ends = range.split('-')
    const [from, to] = [numberIn(ends[0] ?? '', part), numberIn(ends.at(-1) ?? '', part)]
    const isRange = ends.length <= 2 && from !== undefined && to !== undefined && from <= to
    if (!isRange || (step !== undefined && ends.length === 1)) return `has the ${part.name} "${text}"`
  }
  return undefined
}

function isStep(text: string, { to }: Part): boolean {
  return /^[1-9]\d?$/.test(text) && Number(text) <= to
}

function numberIn(text: string, { from, to, words = [] }: Part): number | undefined {
  const word = words.indexOf(text.toLowerCase())
  const number = word === -1 ? (/^\d{1,2}$/.test(text) ? Number(text) : Number.NaN) : word + from
  return number >= from && number <= to ? number : undefined
}

/** 31 February: only when the weekday does not offer another way. */
function neverComes([, , day = '*', month = '*', weekday = '*']: readonly string[]): boolean {
  if (!/^\d+$/.test(day) || weekday !== '*') return false
  const named = month
    .split(',')
    .map((one) => numberIn(one, { name: 'month', from: 1, to: 12, words: months }))
  return named.every((one) => one !== undefined && Number(day) > (longestMonth[one - 1] ?? 31))
}
