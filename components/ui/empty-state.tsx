import type { ReactNode } from 'react'
import { cn } from './cn'

type EmptyStateProps = {
  icon?: ReactNode
  title: string
  /** One sentence that teaches. */
  children: ReactNode
  action?: ReactNode
  /** `h1` where nothing else is on the page. */
  heading?: 'h1' | 'h2'
  className?: string
}

export function EmptyState({
  icon,
  title,
  children,
  action,
  heading: Heading = 'h2',
  className,
}: EmptyStateProps) {
  return (
    <div
      className={cn(
        'flex flex-col items-center rounded-card border border-line border-dashed px-6 py-12 text-center',
        className,
      )}
    >
      {icon ? (
        <span className="mb-3 inline-flex size-10 items-center justify-center rounded-full bg-sunken text-muted [&_svg]:size-5">
          {icon}
        </span>
      ) : null}
      <Heading className="text-lg">{title}</Heading>
      <p className="mt-1 max-w-100 text-balance text-muted">{children}</p>
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  )
}
