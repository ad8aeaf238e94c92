import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const style = cva(
  'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-xs px-1.5 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-muted',
        outline: 'border border-line text-muted',
        accent: 'bg-accent-soft text-accent',
        read: 'bg-read-soft text-read',
        write: 'bg-write-soft text-write',
        irreversible: 'bg-irreversible text-on-irreversible',
        waiting: 'bg-waiting-soft text-waiting',
        succeeded: 'bg-succeeded-soft text-succeeded',
        failed: 'border border-failed text-failed',
        practice: 'bg-practice-soft text-practice',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export function Badge({ tone, className, ...rest }: ComponentProps<'span'> & VariantProps<typeof style>) {
  return <span className={cn(style({ tone }), className)} {...rest} />
}
