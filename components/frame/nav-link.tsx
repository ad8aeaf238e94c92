'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useLink } from '../api/workspace-context'
import { cn } from '../ui/cn'
import { Tip } from '../ui/tooltip'
import { ApprovalsCount } from './approvals-count'
import { isAt, type NavItem } from './nav-items'

/** One line of the navigation. Collapsed, its name moves into a tooltip. */
export function NavLink({ item, collapsed }: { item: NavItem; collapsed: boolean }) {
  const href = useLink()(item.path)
  const here = isAt(usePathname(), href, item.path)
  const Icon = item.icon
  const link = (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={cn(
        'relative flex h-control items-center gap-2.5 rounded-control px-2.5 font-medium transition-colors',
        here ? 'bg-sunken text-text' : 'text-muted hover:bg-sunken hover:text-text',
        collapsed && 'justify-center px-0',
      )}
    >
      <Icon className={cn('size-4 shrink-0', here && 'text-accent')} aria-hidden />
      <span className={collapsed ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{item.label}</span>
      {item.counts ? <ApprovalsCount dot={collapsed} /> : null}
    </Link>
  )
  return collapsed ? (
    <Tip text={item.label} side="right">
      {link}
    </Tip>
  ) : (
    link
  )
}
