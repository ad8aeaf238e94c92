import type { StepStatus } from '@/lib/workflow/views/run-view'
import { cn } from '../ui/cn'
import { statusLooks } from './status-looks'

type StatusChipProps = {
  status: StepStatus
  /** Says more than the state's own word: "Waiting for Ana". */
  label?: string
  className?: string
}

/** A state as icon and word. Quiet by default; only failed is drawn with an outline. */
export function StatusChip({ status, label, className }: StatusChipProps) {
  const look = statusLooks[status]
  return (
    <span
      className={cn(
        'inline-flex h-5 shrink-0 items-center gap-1.5 whitespace-nowrap font-medium text-xs',
        look.text,
        status === 'waiting' && 'rounded-xs bg-waiting-soft px-1.5',
        status === 'failed' && 'rounded-xs border border-failed px-1.5',
        status === 'unknown' && 'rounded-xs bg-write-soft px-1.5',
        className,
      )}
    >
      <StatusIcon status={status} className="size-3.5" hidden />
      <span className="min-w-0 truncate">{label ?? look.label}</span>
    </span>
  )
}

export function StatusIcon({
  status,
  className,
  hidden,
}: {
  status: StepStatus
  className?: string
  hidden?: boolean
}) {
  const look = statusLooks[status]
  const Icon = look.icon
  const shape = cn(
    'size-4 shrink-0',
    look.text,
    look.moves && 'animate-spin [animation-duration:1.6s]',
    className,
  )
  return hidden ? (
    <Icon aria-hidden className={shape} />
  ) : (
    <Icon role="img" aria-label={look.label} className={shape} />
  )
}
