import 'server-only'
import { database } from '@/db/client'
import { notifyRuns } from '@/db/queries/system/notify-runs'
import type { RunId } from '@/lib/core/ids'
import { log } from '../../log'
import { tellImpatient } from './run-feed'

type Announcer = { readonly pending: Set<string>; timer: NodeJS.Timeout | undefined }

const holder = globalThis as { handrailAnnouncer?: Announcer }

/** Long enough to gather a burst of changes into one, short enough to look immediate. */
const gatherMs = 40

/**
 * Says that a run changed, to whoever watches it in whatever process. Call it after the commit. Several changes within
 * a moment are said once; an announcement that is lost costs a watcher nothing but the time to the next one.
 */
export function announceRun(runId: RunId): void {
  tellImpatient(runId)
  holder.handrailAnnouncer ??= { pending: new Set(), timer: undefined }
  const announcer = holder.handrailAnnouncer
  announcer.pending.add(runId)
  announcer.timer ??= setTimeout(() => {
    announcer.timer = undefined
    const runIds = [...announcer.pending]
    announcer.pending.clear()
    notifyRuns(database().db, runIds).catch((error: unknown) =>
      log().warn({ err: error }, 'runs not announced'),
    )
  }, gatherMs)
  announcer.timer.unref()
}
