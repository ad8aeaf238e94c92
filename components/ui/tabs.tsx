'use client'

import { Tabs as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export const Tabs = Radix.Root

export function TabsList({ className, ...rest }: ComponentProps<typeof Radix.List>) {
  // What does not fit scrolls sideways. The line is a shadow: a border would be cut off with what overlaps it.
  return (
    <Radix.List
      className={cn(
        'flex gap-4 overflow-x-auto shadow-[inset_0_-1px_0_var(--line)] [scrollbar-width:none]',
        className,
      )}
      {...rest}
    />
  )
}

export function TabsTrigger({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={cn(
        '-outline-offset-2 inline-flex h-control shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 font-medium text-muted text-sm transition-colors hover:text-text data-[state=active]:border-accent data-[state=active]:text-text',
        className,
      )}
      {...rest}
    />
  )
}

export function TabsContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content className={cn('pt-4 outline-offset-4', className)} {...rest} />
}
