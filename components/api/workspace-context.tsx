'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Actor } from '@/lib/policy/actor'
import { may, type Resource } from '@/lib/policy/authorize'
import type { Permission } from '@/lib/policy/permissions'
import type { WorkspaceView } from '@/lib/policy/views/workspace-views'
import { workspaceLink } from './workspace-link'

export type Here = {
  readonly workspace: WorkspaceView
  /** Who reads the page, as a member of this workspace. */
  readonly actor: Actor
  readonly email: string
  /** The names of the products, by connector id: so that lists need not load all their definitions. */
  readonly connectorTitles: Readonly<Record<string, string>>
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

/** May the reader do this here? Hides what they may not; the server asks again. */
export function useMay(permission: Permission, resource?: Resource): boolean {
  return may(useHere().actor, permission, resource)
}

/** The address of a page of this workspace: `useLink()('runs')` is `/w/acme/runs`. */
export function useLink(): (path?: string) => string {
  const { slug } = useHere().workspace
  return (path = '') => workspaceLink(slug, path)
}
