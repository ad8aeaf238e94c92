import type { ComponentProps } from 'react'
import { cn } from './cn'

/** Grows with what is written in it, up to the height its class allows. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={cn(
        'field-box field-sizing-content max-h-96 min-h-18 w-full px-2.5 py-1.5 text-base pointer-coarse:text-lg',
        className,
      )}
      {...rest}
    />
  )
}
