'use client'

import { BookOpen, KeyRound, LogOut } from 'lucide-react'
import Link from 'next/link'
import { useHere, useLink } from '../api/workspace-context'
import { leave } from '../auth/leave'
import { Avatar } from '../ui/avatar'
import { cn } from '../ui/cn'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../ui/dropdown-menu'
import { ThemeItems } from './theme-items'

/** The reader: account, theme, signing out. */
export function PersonMenu({ collapsed }: { collapsed: boolean }) {
  const { actor, email } = useHere()
  const link = useLink()
  return (
    <Menu>
      <MenuTrigger
        aria-label={collapsed ? `${actor.name}: account and theme` : undefined}
        className={cn(
          'mt-2 flex h-10 items-center gap-2.5 rounded-control px-1.5 text-left hover:bg-sunken data-[state=open]:bg-sunken',
          collapsed && 'justify-center',
        )}
      >
        <Avatar name={actor.name} />
        {collapsed ? null : (
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium leading-4">{actor.name}</span>
            <span className="block truncate text-muted text-xs">{email}</span>
            <span className="sr-only">: account and theme</span>
          </span>
        )}
      </MenuTrigger>
      <MenuContent align="start" side="top" className="w-56">
        <MenuItem asChild>
          <Link href={link('settings/account')}>
            <KeyRound aria-hidden /> Your account
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link href="/docs/connectors">
            <BookOpen aria-hidden /> Documentation
          </Link>
        </MenuItem>
        <MenuSeparator />
        <ThemeItems />
        <MenuSeparator />
        <MenuItem onSelect={() => void leave()}>
          <LogOut aria-hidden /> Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
