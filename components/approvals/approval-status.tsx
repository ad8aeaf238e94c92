import { Ban, CircleCheck, CircleX, Clock, Hand } from 'lucide-react'
import type { ApprovalSummary } from '@/lib/workflow/views/approval-view'
import { cn } from '../ui/cn'
import { statusWords } from './approval-words'

const looks = {
  pending: { icon: Hand, text: 'text-waiting' },
  approved: { icon: CircleCheck, text: 'text-succeeded' },
  rejected: { icon: CircleX, text: 'text-failed' },
  expired: { icon: Clock, text: 'text-muted' },
  cancelled: { icon: Ban, text: 'text-muted' },
} as const

export function ApprovalStatus({
  status,
  className,
}: {
  status: ApprovalSummary['status']
  className?: string
}) {
  const { icon: Icon, text } = looks[status]
  return (
    <span className={cn('inline-flex items-center gap-1.5 font-medium text-sm', text, className)}>
      <Icon className="size-4 shrink-0" aria-hidden />
      {statusWords(status)}
    </span>
  )
}
