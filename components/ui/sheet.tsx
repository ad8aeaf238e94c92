'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { IconButton } from './icon-button'

type SheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  side?: 'right' | 'bottom'
  children: ReactNode
}

/** A panel that slides in over the page and takes the focus until it is closed. */
export function Sheet({ open, onOpenChange, title, side = 'right', children }: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-enter bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(
            'floating fixed z-50 flex flex-col outline-none',
            side === 'right'
              ? 'inset-y-0 right-0 w-full max-w-110 animate-slide-in rounded-none border-y-0 border-r-0'
              : 'inset-x-0 bottom-0 max-h-[85dvh] animate-rise-in rounded-b-none pb-[env(safe-area-inset-bottom)]',
          )}
        >
          <header className="flex items-center gap-2 border-line border-b px-4 py-2.5">
            <Radix.Title className="min-w-0 flex-1 truncate font-semibold text-lg">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close" size="sm">
                <X />
              </IconButton>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
