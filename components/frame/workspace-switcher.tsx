'use client'

import { ChevronsUpDown, FlaskConical, Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { WorkspaceView } from '@/lib/policy/views/workspace-views'
import { useApi } from '../api/use-api'
import { useHere } from '../api/workspace-context'
import { workspaceLink } from '../api/workspace-link'
import { cn } from '../ui/cn'
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '../ui/dropdown-menu'
import { NewWorkspaceDialog } from './new-workspace-dialog'

/** Says which workspace this is, and leads to the others. */
export function WorkspaceSwitcher({ collapsed }: { collapsed: boolean }) {
  const { workspace } = useHere()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [adding, setAdding] = useState(false)
  const { data } = useApi<{ items: readonly WorkspaceView[] }>(open ? '/workspaces' : null)
  const workspaces = data?.items ?? [workspace]
  return (
    <>
      <Menu open={open} onOpenChange={setOpen}>
        <MenuTrigger
          aria-label={`Workspace ${workspace.name}. Switch`}
          className={cn(
            'flex h-control min-w-0 items-center gap-2 rounded-control px-1.5 text-left hover:bg-sunken data-[state=open]:bg-sunken',
            !collapsed && 'flex-1',
          )}
        >
          <WorkspaceMark workspace={workspace} />
          {collapsed ? null : (
            <>
              <span className="min-w-0 flex-1 truncate font-semibold">{workspace.name}</span>
              <ChevronsUpDown className="size-3.5 shrink-0 text-muted" aria-hidden />
            </>
          )}
        </MenuTrigger>
        <MenuContent align="start" className="w-60">
          <MenuLabel>Workspaces</MenuLabel>
          <MenuRadioGroup value={workspace.slug} onValueChange={(slug) => router.push(workspaceLink(slug))}>
            {workspaces.map((each) => (
              <MenuRadioItem key={each.id} value={each.slug}>
                <WorkspaceMark workspace={each} />
                <span className="min-w-0 truncate">{each.name}</span>
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
          <MenuSeparator />
          <MenuItem onSelect={() => setAdding(true)}>
            <Plus aria-hidden /> New workspace
          </MenuItem>
        </MenuContent>
      </Menu>
      <NewWorkspaceDialog open={adding} onOpenChange={setAdding} />
    </>
  )
}

function WorkspaceMark({ workspace }: { workspace: WorkspaceView }) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex size-5 shrink-0 items-center justify-center rounded-xs font-semibold text-xs',
        workspace.practice ? 'bg-practice-soft text-practice' : 'bg-accent text-on-accent',
      )}
    >
      {workspace.practice ? (
        <FlaskConical className="size-3 text-practice!" />
      ) : (
        [...workspace.name][0]?.toUpperCase()
      )}
    </span>
  )
}
