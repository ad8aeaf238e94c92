import { CircleAlert, CircleCheck, CircleDashed, FlaskConical } from 'lucide-react'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { cn } from '../ui/cn'

const looks = {
  ok: { label: 'Works', icon: CircleCheck, text: 'text-succeeded' },
  reconnect: { label: 'Must be reconnected', icon: CircleAlert, text: 'text-failed' },
  failing: { label: 'Does not answer well', icon: CircleAlert, text: 'text-write' },
  unchecked: { label: 'Not tried yet', icon: CircleDashed, text: 'text-muted' },
} as const

export function ConnectionStatus({
  connection,
}: {
  connection: Pick<ConnectionView, 'status' | 'simulated'>
}) {
  if (connection.simulated) {
    return (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-practice text-sm">
        <FlaskConical className="size-4 shrink-0" aria-hidden />
        Simulated
      </span>
    )
  }
  const { label, icon: Icon, text } = looks[connection.status]
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-sm', text)}>
      <Icon className="size-4 shrink-0" aria-hidden />
      {label}
    </span>
  )
}
