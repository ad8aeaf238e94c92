import 'server-only'
import { database } from '@/db/client'
import { listenRuns } from '@/db/queries/system/listen-runs'
import { log } from '../../log'

type Watcher = () => void

type RunFeed = {
  readonly watchers: Map<string, Set<Watcher>>
  readonly impatient: Map<string, Set<Watcher>>
  listening: Promise<unknown> | undefined
}

const holder = globalThis as { handrailRunFeed?: RunFeed }

function feed(): RunFeed {
  holder.handrailRunFeed ??= { watchers: new Map(), impatient: new Map(), listening: undefined }
  return holder.handrailRunFeed
}

/**
 * Calls back whenever the run changed, in whatever process, until the returned function is called. One connection
 * serves all watchers of a process; after it broke, everyone is called once, because changes may have been missed.
 * Changes come gathered; `at once` is for whom somebody waits, and is called for each change of this process.
 */
export function watchRun(
  runId: string,
  onChange: Watcher,
  when: 'gathered' | 'at once' = 'gathered',
): () => void {
  const { watchers, impatient } = feed()
  const leave = [join(watchers, runId, onChange)]
  if (when === 'at once') leave.push(join(impatient, runId, onChange))
  listen()
  return () => {
    for (const go of leave) go()
  }
}

/** Calls those of this process who wait for the run. */
export function tellImpatient(runId: string): void {
  tell(feed().impatient.get(runId) ?? [])
}

function join(room: Map<string, Set<Watcher>>, runId: string, watcher: Watcher): () => void {
  const all = room.get(runId) ?? new Set()
  room.set(runId, all.add(watcher))
  return () => {
    all.delete(watcher)
    if (all.size === 0 && room.get(runId) === all) room.delete(runId)
  }
}

function listen(): void {
  const current = feed()
  current.listening ??= listenRuns(
    database().sql,
    (runId) => tell(current.watchers.get(runId) ?? []),
    () => {
      for (const watchers of current.watchers.values()) tell(watchers)
    },
  ).catch((error: unknown) => {
    current.listening = undefined
    log().warn({ err: error }, 'changes of runs cannot be listened for; watchers look themselves')
  })
}

function tell(watchers: Iterable<Watcher>): void {
  for (const watcher of [...watchers]) watcher()
}
