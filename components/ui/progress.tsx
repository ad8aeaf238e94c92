'use client'

import { Progress as Radix } from 'radix-ui'
import { cn } from './cn'

/** `value` goes from 0 to 1; left out, it only says that something is under way. */
export function Progress({ value, label, className }: { value?: number; label: string; className?: string }) {
  const percent = value === undefined ? null : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <Radix.Root
      value={percent}
      aria-label={label}
      className={cn('h-1 w-full overflow-hidden rounded-full bg-sunken', className)}
    >
      <Radix.Indicator
        className={cn(
          'h-full rounded-full bg-accent transition-[width]',
          percent === null && 'w-1/3 animate-breathe',
        )}
        {...(percent === null ? {} : { style: { width: `${percent}%` } })}
      />
    </Radix.Root>
  )
}
