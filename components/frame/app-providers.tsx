'use client'

import { ThemeProvider } from 'next-themes'
import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { Toaster } from '../ui/toast'

/** What every page needs around it: the theme, tooltips that share a delay, and the place where toasts appear. */
export function AppProviders({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <Tooltip.Provider delayDuration={350} skipDelayDuration={150}>
        {children}
        <Toaster />
      </Tooltip.Provider>
    </ThemeProvider>
  )
}
