'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { WorkspaceView } from '@/lib/policy/views/workspace-views'

export type Here = {
  readonly workspace: WorkspaceView
  readonly me: { readonly id: string; readonly name: string; readonly email: string }
}

const HereContext = createContext<Here | null>(null)

export function HereProvider({ here, children }: { here: Here; children: ReactNode }) {
  return <HereContext value={here}>{children}</HereContext>
}

/** The workspace that the page is in, and who reads it. Only below `app/(studio)/w/[workspace]`. */
export function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('useHere needs a HereProvider above it.')
  return here
}
