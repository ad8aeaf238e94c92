import { readdirSync, readFileSync } from 'node:fs'

export type Usage = { readonly app: number; readonly database: number }

const clockTick = 10

/** The processes of a tree, its root first: by who started whom, without the branch that is counted apart. */
function treeOf(root: number, apart?: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    if (Number(name) === apart) continue
    const parent = Number(statOf(Number(name))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const tree = [root]
  for (let at = 0; at < tree.length; at++) tree.push(...(children.get(tree[at] ?? 0) ?? []))
  return tree
}

/** The fields of /proc/<pid>/stat after the name, which may hold anything: state, parent, … */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Proportional set size: what is shared counts for each sharer in part, so that sums are true. */
function pssOf(pid: number): number {
  try {
    const line = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
    return Number(line?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

export type Watched = { readonly app: number; readonly database: number }

/** Bytes of memory, as the sum of the proportional set sizes of all processes. */
export function memoryOf({ app, database }: Watched): Usage {
  const sum = (root: number, apart?: number) =>
    treeOf(root, apart).reduce((total, pid) => total + pssOf(pid), 0)
  // The application starts its database, whose processes are then its own: once is enough.
  return { app: sum(app, database), database: sum(database) }
}

/** Milliseconds of processor time so far; a tree's ended processes are counted where their parent waited for them. */
export function processorOf({ app, database }: Watched): Usage {
  const own = (pid: number) => {
    const stat = statOf(pid)
    return (Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0)) * clockTick
  }
  const ended = (pid: number) => {
    const stat = statOf(pid)
    return (Number(stat?.[13] ?? 0) + Number(stat?.[14] ?? 0)) * clockTick
  }
  const sum = (root: number, apart?: number) =>
    treeOf(root, apart).reduce((total, pid) => total + own(pid), ended(root))
  return { app: sum(app, database), database: sum(database) }
}

/** Looks at memory now and then until it is stopped, and tells the most it saw. */
export function watchMemory(watched: () => Watched, everyMs = 400): () => number {
  let most = 0
  const look = () => {
    const { app, database } = memoryOf(watched())
    most = Math.max(most, app + database)
  }
  look()
  const timer = setInterval(look, everyMs)
  return () => {
    clearInterval(timer)
    look()
    return most
  }
}
