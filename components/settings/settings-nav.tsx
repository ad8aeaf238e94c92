'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { may } from '@/lib/policy/authorize'
import type { Permission } from '@/lib/policy/permissions'
import { useHere, useLink } from '../api/workspace-context'
import { cn } from '../ui/cn'

type Item = { readonly path: string; readonly label: string; readonly permission?: Permission }

const items: readonly Item[] = [
  { path: 'general', label: 'General' },
  { path: 'members', label: 'Members' },
  { path: 'models', label: 'Models' },
  { path: 'policy', label: 'Policy' },
  { path: 'tokens', label: 'API tokens' },
  { path: 'audit', label: 'Audit log', permission: 'audit.read' },
  { path: 'account', label: 'Your account' },
]

/** The pages of the settings: at the side, or on a phone as a row above. */
export function SettingsNav() {
  const { actor } = useHere()
  const link = useLink()
  const pathname = usePathname()
  const nav = useRef<HTMLElement>(null)
  // On a phone the row is wider than the page: the page one is on is brought into it.
  useEffect(() => {
    const here = nav.current?.querySelector(`[href="${CSS.escape(pathname)}"]`)
    here?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return (
    <nav
      ref={nav}
      aria-label="Settings"
      className="-mx-4 flex gap-1 overflow-x-auto px-4 pb-1 lg:mx-0 lg:w-44 lg:shrink-0 lg:flex-col lg:px-0"
    >
      {items
        .filter(({ permission }) => permission === undefined || may(actor, permission))
        .map(({ path, label }) => {
          const href = link(`settings/${path}`)
          const here = pathname === href
          return (
            <Link
              key={path}
              href={href}
              aria-current={here ? 'page' : undefined}
              className={cn(
                'flex h-control shrink-0 items-center rounded-control px-2.5 font-medium',
                here ? 'bg-sunken text-text' : 'text-muted hover:bg-sunken hover:text-text',
              )}
            >
              {label}
            </Link>
          )
        })}
    </nav>
  )
}
