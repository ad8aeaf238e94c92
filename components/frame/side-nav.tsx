'use client'

import { PanelLeft, Search } from 'lucide-react'
import { useState } from 'react'
import { useHere } from '../api/workspace-context'
import { cn } from '../ui/cn'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import { openPalette } from './command-palette'
import { navItems } from './nav-items'
import { NavLink } from './nav-link'
import { PersonMenu } from './person-menu'
import { WorkspaceSwitcher } from './workspace-switcher'

const cookie = 'handrail.nav'

/** The navigation on everything wider than a phone. Whether it is collapsed is kept in a cookie, so the server knows. */
export function SideNav({ startsCollapsed }: { startsCollapsed: boolean }) {
  const { workspace } = useHere()
  const [collapsed, setCollapsed] = useState(startsCollapsed)
  const toggle = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support
    document.cookie = `${cookie}=${collapsed ? 'open' : 'collapsed'};path=/;max-age=31536000;samesite=lax`
    setCollapsed(!collapsed)
  }
  return (
    <nav
      aria-label="Main"
      className={cn(
        'sticky top-(--frame-top) hidden h-[calc(100dvh-var(--frame-top))] shrink-0 flex-col border-line border-r bg-surface p-2 sm:flex',
        collapsed ? 'w-13' : 'w-56',
      )}
    >
      <div className={cn('flex items-center gap-1', collapsed && 'flex-col')}>
        <WorkspaceSwitcher collapsed={collapsed} />
        <IconButton
          label={collapsed ? 'Expand the navigation' : 'Collapse the navigation'}
          size="sm"
          side="right"
          aria-expanded={!collapsed}
          onClick={toggle}
        >
          <PanelLeft />
        </IconButton>
      </div>
      <button
        type="button"
        onClick={openPalette}
        aria-label={collapsed ? 'Jump to a page or workflow' : undefined}
        className={cn(
          'mt-2 mb-3 flex h-control items-center gap-2.5 rounded-control border border-line bg-raised px-2.5 text-muted transition-colors hover:border-control-line',
          collapsed && 'justify-center px-0',
        )}
      >
        <Search className="size-4 shrink-0" aria-hidden />
        {collapsed ? null : (
          <>
            <span className="flex-1 text-left">Jump to…</span>
            <Kbd keys="Mod+K" />
          </>
        )}
      </button>
      <div className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        {navItems(workspace.practice).map((item) => (
          <NavLink key={item.path} item={item} collapsed={collapsed} />
        ))}
      </div>
      <PersonMenu collapsed={collapsed} />
    </nav>
  )
}
