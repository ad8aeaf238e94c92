'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { useLink } from '../api/workspace-context'
import { StatusChip } from '../marks/status-chip'
import { StartRunDialog } from '../runs/start/start-run-dialog'
import { RelativeTime } from '../values/relative-time'
import { WorkflowIcons } from './workflow-icons'
import { WorkflowMenu } from './workflow-menu'
import { WorkflowState } from './workflow-state'

/** A workflow in the list: the row opens it, the menu does the rest. */
export function WorkflowRow({ workflow }: { workflow: WorkflowSummary }) {
  const link = useLink()
  const [running, setRunning] = useState(false)
  return (
    <li className="relative flex items-center gap-4 px-3.5 py-3 transition-colors hover:bg-sunken">
      <div className="min-w-0 flex-1">
        <Link
          href={link(`workflows/${workflow.id}`)}
          className="font-medium after:absolute after:inset-0 after:content-['']"
        >
          {workflow.name}
        </Link>
        <p className="truncate text-muted text-sm">
          {workflow.description || <EditedBy workflow={workflow} />}
        </p>
      </div>
      <div className="hidden w-28 shrink-0 lg:block">
        <WorkflowIcons triggers={workflow.triggers} connectors={workflow.connectors} />
      </div>
      <div className="flex shrink-0 flex-col items-end gap-0.5 sm:w-36 sm:items-start">
        <WorkflowState workflow={workflow} />
      </div>
      <div className="hidden w-40 shrink-0 flex-col sm:flex">
        {workflow.lastRun ? (
          <Link
            href={link(`runs/${workflow.lastRun.id}`)}
            className="group relative z-10 flex w-fit items-center gap-2"
          >
            <StatusChip status={workflow.lastRun.status} />
            <RelativeTime
              at={workflow.lastRun.at}
              className="text-muted text-sm underline-offset-4 group-hover:underline"
            />
          </Link>
        ) : (
          <span className="text-muted text-sm">Never ran</span>
        )}
      </div>
      <WorkflowMenu workflow={workflow} onRun={() => setRunning(true)} />
      {running ? <StartRunDialog workflow={workflow} open onOpenChange={setRunning} /> : null}
    </li>
  )
}

function EditedBy({ workflow }: { workflow: WorkflowSummary }) {
  return (
    <>
      Changed <RelativeTime at={workflow.updatedAt} />
      {workflow.updatedBy ? ` by ${workflow.updatedBy.name}` : ''}
    </>
  )
}
