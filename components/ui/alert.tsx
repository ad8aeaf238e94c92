import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

type AlertProps = {
  tone?: 'failed' | 'write' | 'neutral' | 'waiting'
  title?: string
  children: ReactNode
  actions?: ReactNode
  className?: string
}

const tones = {
  failed: 'border-failed/50 bg-failed-soft [&>svg]:text-failed',
  write: 'border-write/40 bg-write-soft [&>svg]:text-write',
  waiting: 'border-waiting/40 bg-waiting-soft [&>svg]:text-waiting',
  neutral: 'border-line bg-sunken [&>svg]:text-muted',
} as const

/** Something that must be known before going on: what happened, then what to do. */
export function Alert({ tone = 'neutral', title, children, actions, className }: AlertProps) {
  const Icon = tone === 'neutral' ? Info : CircleAlert
  return (
    <div
      role={tone === 'failed' ? 'alert' : undefined}
      className={cn('flex items-start gap-2.5 rounded-card border px-3.5 py-3', tones[tone], className)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-medium">{title}</p> : null}
        <div className="break-words">{children}</div>
        {actions ? <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  )
}
