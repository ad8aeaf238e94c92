'use client'

import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { Page } from '@/lib/policy/views/workspace-views'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { useApi } from '../api/use-api'
import { useHere, useLink } from '../api/workspace-context'
import { ConnectorIcon } from '../marks/connector-icon'
import { navItems } from './nav-items'

const opening = 'handrail:palette'

export function openPalette(): void {
  window.dispatchEvent(new Event(opening))
}

const itemStyle =
  'flex min-h-control items-center gap-2.5 rounded-control px-2.5 data-[selected=true]:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted'
const groupStyle =
  '[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:py-1.5 [&>[cmdk-group-heading]]:text-muted [&>[cmdk-group-heading]]:text-xs'

/** Mod+K: jump to any page or workflow by typing a few letters of its name. */
export function CommandPalette() {
  const { workspace } = useHere()
  const link = useLink()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { data } = useApi<Page<WorkflowSummary>>(open ? '/workflows' : null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setOpen((is) => !is)
    }
    const onOpen = () => setOpen(true)
    window.addEventListener('keydown', onKey)
    window.addEventListener(opening, onOpen)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener(opening, onOpen)
    }
  }, [])

  const go = (path: string) => {
    setOpen(false)
    router.push(link(path))
  }
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-enter bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="floating fixed inset-x-4 top-[14dvh] z-50 mx-auto max-w-140 animate-enter overflow-hidden outline-none"
        >
          <Dialog.Title className="sr-only">Jump to a page or workflow</Dialog.Title>
          <Command label="Jump to a page or workflow" loop>
            <Command.Input
              placeholder="Jump to a page or workflow…"
              className="h-12 w-full border-line border-b bg-transparent px-4 text-lg outline-none"
            />
            <Command.List className="max-h-[50dvh] overflow-y-auto p-2">
              <Command.Empty className="px-2.5 py-6 text-center text-muted">
                Nothing has that name.
              </Command.Empty>
              <Command.Group heading="Pages" className={groupStyle}>
                {navItems(workspace.practice).map((item) => (
                  <Command.Item
                    key={item.path}
                    value={item.label}
                    onSelect={() => go(item.path)}
                    className={itemStyle}
                  >
                    <item.icon aria-hidden />
                    {item.label}
                  </Command.Item>
                ))}
              </Command.Group>
              {data && data.items.length > 0 ? (
                <Command.Group heading="Workflows" className={groupStyle}>
                  {data.items.map((workflow) => (
                    <Command.Item
                      key={workflow.id}
                      value={`${workflow.name} ${workflow.id}`}
                      onSelect={() => go(`workflows/${workflow.id}`)}
                      className={itemStyle}
                    >
                      <ConnectorIcon name={workflow.triggers[0] ?? 'trigger.form'} />
                      <span className="truncate">{workflow.name}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              ) : null}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
