import type { ComponentProps } from 'react'
import { cn } from './cn'

export function Input({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return (
    <input
      type={type}
      className={cn('field-box h-control w-full min-w-0 px-2.5 text-base pointer-coarse:text-lg', className)}
      {...rest}
    />
  )
}
