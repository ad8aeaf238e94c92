'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTheme } from 'next-themes'
import { Toaster as Sonner, toast as sonner } from 'sonner'

/** Where toasts appear. Mounted once, in the providers. */
export function Toaster() {
  const { resolvedTheme } = useTheme()
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-center"
      offset={24}
      mobileOffset={{ bottom: 80 }}
      icons={{
        success: <CircleCheck className="size-4 text-succeeded" aria-hidden />,
        error: <CircleAlert className="size-4 text-failed" aria-hidden />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'floating flex w-full items-center gap-2.5 px-3.5 py-2.5 text-base sm:w-96',
          content: 'min-w-0 flex-1',
          description: 'text-muted text-sm',
          actionButton:
            'h-control-small shrink-0 rounded-control border border-line px-2.5 font-medium text-sm hover:bg-sunken',
        },
      }}
    />
  )
}

type Undo = { readonly label?: string; readonly run: () => void }

/** Says what happened, in a sentence. `undo` offers to take it back while the toast is there. */
export const toast = {
  done(message: string, undo?: Undo) {
    sonner.success(message, undo ? { action: { label: undo.label ?? 'Undo', onClick: undo.run } } : undefined)
  },
  failed(message: string) {
    sonner.error(message, { duration: 8_000 })
  },
}
