'use client'

import { Copy, Download, Ellipsis, Library, Pause, Play, SquarePen, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { useLink, useMay } from '../api/workspace-context'
import { PublishDialog } from '../catalog/publish-dialog'
import { ConfirmDialog } from '../ui/alert-dialog'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../ui/dropdown-menu'
import { IconButton } from '../ui/icon-button'
import { useWorkflowChanges } from './use-workflow-changes'

/** Everything that can be done to a workflow from its row. */
export function WorkflowMenu({ workflow, onRun }: { workflow: WorkflowSummary; onRun: () => void }) {
  const link = useLink()
  const changes = useWorkflowChanges()
  const mayBuild = useMay('workflow.edit')
  const mayRun = useMay('run.start')
  const [asking, setAsking] = useState<'delete' | 'publish' | null>(null)
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    const gone = await changes.remove(workflow)
    setBusy(false)
    if (gone) setAsking(null)
  }
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
          {mayBuild ? (
            <>
              <MenuItem onSelect={() => void changes.duplicate(workflow)}>
                <Copy aria-hidden /> Duplicate
              </MenuItem>
              <MenuItem onSelect={() => void changes.download(workflow)}>
                <Download aria-hidden /> Export
              </MenuItem>
              <MenuItem onSelect={() => setAsking('publish')}>
                <Library aria-hidden /> Share in the catalog…
              </MenuItem>
              {workflow.live ? (
                <MenuItem onSelect={() => void changes.setPaused(workflow, !workflow.paused)}>
                  {workflow.paused ? <Play aria-hidden /> : <Pause aria-hidden />}
                  {workflow.paused ? 'Switch on' : 'Pause'}
                </MenuItem>
              ) : null}
              <MenuSeparator />
              <MenuItem danger onSelect={() => setAsking('delete')}>
                <Trash2 aria-hidden /> Delete…
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      <ConfirmDialog
        open={asking === 'delete'}
        onOpenChange={(open) => setAsking(open ? 'delete' : null)}
        title={`Delete ‘${workflow.name}’?`}
        action="Delete workflow"
        onConfirm={remove}
        busy={busy}
      >
        Its draft and all its versions go, and it starts no more runs. What it did stays readable under Runs.
      </ConfirmDialog>
      {asking === 'publish' ? (
        <PublishDialog workflow={workflow} open onOpenChange={(open) => !open && setAsking(null)} />
      ) : null}
    </>
  )
}
