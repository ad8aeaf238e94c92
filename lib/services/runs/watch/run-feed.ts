import 'server-only'
import { database } from '@/db/client'
import { listenRuns } from '@/db/queries/system/listen-runs'
import { log } from '../../log'

type Watcher = () => void

type RunFeed = { readonly watchers: Map<string, Set<Watcher>>; listening: Promise<unknown> | undefined }

const holder = globalThis as { handrailRunFeed?: RunFeed }

function feed(): RunFeed {
  holder.handrailRunFeed ??= { watchers: new Map(), listening: undefined }
  return holder.handrailRunFeed
}

/**
 * Calls back whenever the run changed, in whatever process, until the returned function is called. One connection
 * serves all watchers of a process; after it broke, everyone is called once, because changes may have been missed.
 */
export function watchRun(runId: string, onChange: Watcher): () => void {
  const { watchers } = feed()
  const others = watchers.get(runId) ?? new Set()
  watchers.set(runId, others.add(onChange))
  listen()
  return () => {
    others.delete(onChange)
    if (others.size === 0) watchers.delete(runId)
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
  for (const watcher of watchers) watcher()
}
