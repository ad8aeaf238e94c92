'use client'

import { Copy, Download, Library, Pause, Play, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { MenuItem, MenuSeparator } from '../ui/dropdown-menu'
import { useWorkflowChanges } from './use-workflow-changes'

/** What a builder is asked about before it is done. */
export type Asking = 'share' | 'delete' | null

type BuilderItemsProps = {
  workflow: WorkflowSummary
  onAsk: (asking: Asking) => void
  /** Waited for before anything that reads the draft. */
  first?: () => Promise<unknown>
  /** What else can be done with the draft. */
  children?: ReactNode
}

/** The items of a menu for those who build: what they can do to a workflow as a whole. */
export function BuilderItems({ workflow, onAsk, first = async () => {}, children }: BuilderItemsProps) {
  const { duplicate, download, setPaused } = useWorkflowChanges()
  const saved = (act: () => unknown) => () => void first().then(act)
  return (
    <>
      <MenuItem onSelect={saved(() => duplicate(workflow))}>
        <Copy aria-hidden /> Duplicate
      </MenuItem>
      <MenuItem onSelect={saved(() => download(workflow))}>
        <Download aria-hidden /> Export
      </MenuItem>
      {children}
      <MenuItem onSelect={saved(() => onAsk('share'))}>
        <Library aria-hidden /> Share in the catalog…
      </MenuItem>
      {workflow.live ? (
        <MenuItem onSelect={() => void setPaused(workflow, !workflow.paused)}>
          {workflow.paused ? <Play aria-hidden /> : <Pause aria-hidden />}
          {workflow.paused ? 'Switch on' : 'Pause'}
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuItem danger onSelect={() => onAsk('delete')}>
        <Trash2 aria-hidden /> Delete…
      </MenuItem>
    </>
  )
}
