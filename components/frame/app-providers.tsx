'use client'

import { ThemeProvider } from 'next-themes'
import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { Toaster } from '../ui/toast'

/** What every page needs around it (`nonce` lets the theme's script run under the page's policy): the theme, tooltips that share a delay, and the place where toasts appear. */
export function AppProviders({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce === undefined ? {} : { nonce })}
    >
      <Tooltip.Provider delayDuration={350} skipDelayDuration={150}>
        {children}
        <Toaster />
      </Tooltip.Provider>
    </ThemeProvider>
  )
}
