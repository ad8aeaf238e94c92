'use client'

import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { useHere, useLink } from '../api/workspace-context'
import { cn } from '../ui/cn'
import { Sheet } from '../ui/sheet'
import { ApprovalsCount } from './approvals-count'
import { bottomItems, isAt, navItems } from './nav-items'
import { NavLink } from './nav-link'
import { PersonMenu } from './person-menu'
import { WorkspaceSwitcher } from './workspace-switcher'

const slot = 'relative flex flex-1 flex-col items-center justify-center gap-0.5 font-medium text-xs'

/** The navigation on a phone, within the thumb's reach. */
export function BottomBar() {
  const { workspace } = useHere()
  const link = useLink()
  const pathname = usePathname()
  const [open, setOpen] = useState(false)
  const [openedAt, setOpenedAt] = useState(pathname)
  // Going somewhere closes the sheet.
  if (open && openedAt !== pathname) setOpen(false)
  const more = navItems(workspace.practice).filter(
    (item) => !bottomItems.some((bottom) => bottom.path === item.path),
  )
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex h-(--frame-bottom) border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {bottomItems.map((item) => {
        const here = isAt(pathname, link(item.path), item.path)
        return (
          <Link
            key={item.path}
            href={link(item.path)}
            aria-current={here ? 'page' : undefined}
            className={cn(slot, here ? 'text-accent' : 'text-muted')}
          >
            <item.icon className="size-5" aria-hidden />
            {item.label}
            {item.counts ? <ApprovalsCount dot className="top-1 right-[calc(50%-1.25rem)]" /> : null}
          </Link>
        )
      })}
      <button
        type="button"
        className={cn(slot, 'text-muted')}
        onClick={() => {
          setOpenedAt(pathname)
          setOpen(true)
        }}
      >
        <Ellipsis className="size-5" aria-hidden />
        More
      </button>
      <Sheet open={open} onOpenChange={setOpen} title="More" side="bottom">
        <div className="flex flex-col gap-1">
          {more.map((item) => (
            <NavLink key={item.path} item={item} collapsed={false} />
          ))}
          <div className="mt-3 flex flex-col gap-1 border-line border-t pt-3">
            <WorkspaceSwitcher collapsed={false} />
            <PersonMenu collapsed={false} />
          </div>
        </div>
      </Sheet>
    </nav>
  )
}
