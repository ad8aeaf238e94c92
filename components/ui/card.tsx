import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('rounded-card border border-line bg-raised', className)} {...rest} />
}

type SectionProps = {
  title: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
}

/** A titled part of a page. */
export function Section({ title, description, actions, children, className }: SectionProps) {
  return (
    <section className={cn('flex flex-col gap-3', className)} aria-label={title}>
      <div className="flex min-h-control-small flex-wrap items-end justify-between gap-x-4 gap-y-2 sm:flex-nowrap">
        <div className="min-w-0">
          <h2 className="text-lg">{title}</h2>
          {description ? <p className="text-muted text-sm">{description}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
