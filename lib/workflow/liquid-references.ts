import { textLiquid } from './liquid'
import { nowName } from './liquid-dates'
import { recent } from './recent'

export type PathReference = {
  readonly from: string
  readonly path: readonly (string | number)[]
  readonly mayBeMissing: boolean
}

type Read = { readonly references: readonly PathReference[] } | { readonly problem: string }

const read = recent<Read>(500, (source) => {
  try {
    return { references: textLiquid.globalVariableSegmentsSync(source).flatMap(toReference) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
})

/** The earlier steps that a Liquid text mentions; variables of its own loops and captures are left out. */
export function liquidReferences(source: string): readonly PathReference[] {
  const result = read(source)
  return 'references' in result ? result.references : []
}

/** What is wrong with a Liquid text, if anything. */
export function liquidProblem(source: string): string | undefined {
  const result = read(source)
  return 'problem' in result ? result.problem : undefined
}

/** A path ends where a part of it is known only during a run (`rows[n.index]`). */
function toReference(segments: readonly unknown[]): readonly PathReference[] {
  const [from, ...rest] = segments
  if (typeof from !== 'string' || from === nowName) return []
  const unknown = rest.findIndex((part) => typeof part !== 'string' && typeof part !== 'number')
  const known = unknown === -1 ? rest : rest.slice(0, unknown)
  const path = known.flatMap((part) => (typeof part === 'string' || typeof part === 'number' ? [part] : []))
  return [{ from, path, mayBeMissing: false }]
}
