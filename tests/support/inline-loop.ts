import type { Outcome, Ports, StepCall } from '@/lib/engine/contract'
import { driveItem } from '@/lib/engine/drive-item'
import { type ItemEnd, openLoop } from '@/lib/engine/loop'
import { toStepError } from '@/lib/engine/to-step-error'

/** Carries a loop within one process: as many items side by side as its builder said, and in a repetition one. */
export async function runLoopInline(call: StepCall, ports: Ports): Promise<Outcome> {
  try {
    const opened = openLoop(call.node, call)
    const ends: (ItemEnd | undefined)[] = []
    const hasFailed = () => opened.stopsOnFailure && ends.some((end) => end?.status === 'failed')
    const lane = async (first: number) => {
      for (let index = first; index < opened.count && !hasFailed(); index += opened.concurrency) {
        const before = ends[index - 1]
        const last = before?.status === 'succeeded' ? before.output : undefined
        const end = await driveItem({ loop: call, opened, index, last }, { outcomes: new Map() }, ports)
        ends[index] = end
        if (end.status === 'succeeded' && end.isLast) return
      }
    }
    await Promise.all(Array.from({ length: opened.concurrency }, (_, first) => lane(first)))
    return opened.outcomeOf(ends)
  } catch (error) {
    return { status: 'failed', error: toStepError(error) }
  }
}
