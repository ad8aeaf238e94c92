'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export const Menu = Radix.Root
export const MenuTrigger = Radix.Trigger

const itemStyle =
  'flex min-h-control-small items-center gap-2.5 rounded-xs px-2 py-1 text-base outline-none data-disabled:opacity-50 data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted'

export function MenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={8}
        className={cn('floating z-50 min-w-44 animate-enter p-1', className)}
        {...rest}
      />
    </Radix.Portal>
  )
}

type MenuItemProps = ComponentProps<typeof Radix.Item> & { danger?: boolean }

export function MenuItem({ className, danger, ...rest }: MenuItemProps) {
  return (
    <Radix.Item
      className={cn(itemStyle, danger && 'text-irreversible [&_svg]:text-irreversible', className)}
      {...rest}
    />
  )
}

export function MenuRadioItem({ className, children, ...rest }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={cn(itemStyle, className)} {...rest}>
      {children}
      <Radix.ItemIndicator className="ml-auto">
        <Check className="text-accent!" aria-hidden />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  )
}

export const MenuRadioGroup = Radix.RadioGroup

export function MenuLabel({ className, ...rest }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label className={cn('px-2 pt-1.5 pb-1 text-muted text-xs', className)} {...rest} />
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />
}
