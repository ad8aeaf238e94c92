import type { StepPath } from './contract'

/**
 * What a step is a part of, nearest first: an agent's turn of the agent, a step inside a loop of its item and of the
 * loop. `each_1[3].judge.t0.c1` is a part of `each_1[3].judge`, `each_1[3]` and `each_1`.
 */
export function wholesOf(path: StepPath): readonly StepPath[] {
  const wholes: StepPath[] = []
  for (let at = wholeOf(path); at !== undefined; at = wholeOf(at)) wholes.push(at)
  return wholes
}

function wholeOf(path: StepPath): StepPath | undefined {
  const item = /^(.*)\[\d+\]$/.exec(path)
  if (item) return item[1]
  const prefix = prefixOf(path)
  const end = path.indexOf('.', prefix.length)
  if (end !== -1) return path.slice(0, end)
  return prefix === '' ? undefined : prefix.slice(0, -1)
}

/** `each_1[3].each_2` as the loops on the way to a step, each with the item that was taken; the last has none. */
export function wayOf(path: StepPath): readonly { readonly id: string; readonly index?: number }[] {
  return path.split('.').map((part) => {
    const [, id = part, index] = /^(.*)\[(\d+)\]$/.exec(part) ?? []
    return index === undefined ? { id } : { id, index: Number(index) }
  })
}

/** The item that a step stands in, as the beginning of its path: `each_1[3].`; empty at the top. */
export function prefixOf(path: StepPath): string {
  const end = path.lastIndexOf('].')
  return end === -1 ? '' : path.slice(0, end + 2)
}
