import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  Hand,
  LoaderCircle,
  type LucideIcon,
  SkipForward,
} from 'lucide-react'
import type { StepStatus } from '@/lib/workflow/views/run-view'

export type StatusLook = {
  readonly label: string
  readonly icon: LucideIcon
  /** The class of its text and icon. */
  readonly text: string
  readonly soft: string
  readonly moves: boolean
}

/** The one place that says how a state of a run or a step looks. */
export const statusLooks: Readonly<Record<StepStatus, StatusLook>> = {
  queued: { label: 'Queued', icon: CircleDashed, text: 'text-muted', soft: 'bg-sunken', moves: false },
  running: {
    label: 'Running',
    icon: LoaderCircle,
    text: 'text-running',
    soft: 'bg-running-soft',
    moves: true,
  },
  waiting: { label: 'Waiting', icon: Hand, text: 'text-waiting', soft: 'bg-waiting-soft', moves: false },
  succeeded: {
    label: 'Done',
    icon: CircleCheck,
    text: 'text-succeeded',
    soft: 'bg-succeeded-soft',
    moves: false,
  },
  failed: { label: 'Failed', icon: CircleX, text: 'text-failed', soft: 'bg-failed-soft', moves: false },
  cancelled: { label: 'Cancelled', icon: Ban, text: 'text-muted', soft: 'bg-sunken', moves: false },
  skipped: { label: 'Skipped', icon: SkipForward, text: 'text-muted', soft: 'bg-sunken', moves: false },
  unknown: {
    label: 'Unknown outcome',
    icon: CircleQuestionMark,
    text: 'text-write',
    soft: 'bg-write-soft',
    moves: false,
  },
}
