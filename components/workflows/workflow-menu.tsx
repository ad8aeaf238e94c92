'use client'

import { Ellipsis, Play, SquarePen } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { useLink, useMay } from '../api/workspace-context'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../ui/dropdown-menu'
import { IconButton } from '../ui/icon-button'
import { BuilderDialogs } from './builder-dialogs'
import { type Asking, BuilderItems } from './builder-items'

/** Everything that can be done to a workflow from its row. */
export function WorkflowMenu({ workflow, onRun }: { workflow: WorkflowSummary; onRun: () => void }) {
  const link = useLink()
  const mayBuild = useMay('workflow.edit')
  const mayRun = useMay('run.start')
  const [asking, setAsking] = useState<Asking>(null)
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={`More for ${workflow.name}`} size="sm" className="relative z-10">
            <Ellipsis />
          </IconButton>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem asChild>
            <Link href={link(`workflows/${workflow.id}`)}>
              <SquarePen aria-hidden /> Open
            </Link>
          </MenuItem>
          {mayRun && workflow.live ? (
            <MenuItem onSelect={onRun}>
              <Play aria-hidden /> Run…
            </MenuItem>
          ) : null}
          {mayBuild ? <BuilderItems workflow={workflow} onAsk={setAsking} /> : null}
        </MenuContent>
      </Menu>
      <BuilderDialogs
        workflow={workflow}
        asking={asking}
        onAsk={setAsking}
        onDeleted={() => setAsking(null)}
      />
    </>
  )
}
