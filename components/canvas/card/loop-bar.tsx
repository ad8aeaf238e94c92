import { type LoopProgress, loopProgressOf } from '@/components/runs/loop/loop-progress'
import { cn } from '@/components/ui/cn'
import type { StepView } from '@/lib/workflow/views/run-view'

/** How far a loop has come in the run: a line that fills, and the figures in words. */
export function LoopBar({ step, className }: { step: StepView; className?: string }) {
  const progress = loopProgressOf(step)
  if (!progress || (progress.total === null && !step.items?.length)) return null
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      {progress.total ? <Line progress={progress} total={progress.total} /> : null}
      <p className="text-muted text-xs tabular-nums">{sentence(progress.words)}</p>
    </div>
  )
}

function Line({ progress, total }: { progress: LoopProgress; total: number }) {
  const part = (count: number) => `${(count / total) * 100}%`
  return (
    <div aria-hidden className="flex h-1 overflow-hidden rounded-full bg-sunken">
      <span className="bg-accent transition-[width]" style={{ width: part(progress.done) }} />
      <span className="bg-failed" style={{ width: part(progress.failed) }} />
      <span className="bg-waiting" style={{ width: part(progress.waiting) }} />
    </div>
  )
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
