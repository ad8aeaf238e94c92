'use client'

import { ArrowLeft, List, Play, Plus, Workflow } from 'lucide-react'
import Link from 'next/link'
import { useLink, useMay } from '@/components/api/workspace-context'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { WorkflowState } from '@/components/workflows/workflow-state'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { useEditor, useEditorStore } from '../store/editor-context'
import { ChecksButton } from './checks-button'
import { MoreMenu } from './more-menu'
import { SaveLine } from './save-line'
import { WorkflowName } from './workflow-name'

/** What the workflow is called, how it stands, and what can be done with it as a whole. */
export function TopBar({ workflow }: { workflow: WorkflowView }) {
  const store = useEditorStore()
  const link = useLink()
  const mayBuild = useMay('workflow.edit')
  const mayRun = useMay('run.start')
  const isList = useEditor((state) => state.isList)
  const isEdited = useEditor((state) => state.history.past.length > 0)
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-3 py-1.5">
      <div className="flex min-w-60 flex-1 items-center gap-3">
        <Button asChild variant="ghost" className="-mr-1 w-control px-0">
          <Link href={link('workflows')} aria-label="All workflows">
            <ArrowLeft aria-hidden />
          </Link>
        </Button>
        <WorkflowName />
        <WorkflowState workflow={{ ...workflow, draftDiffers: workflow.draftDiffers || isEdited }} />
        {mayBuild ? (
          <span className="hidden lg:inline">
            <SaveLine />
          </span>
        ) : null}
      </div>
      <div className="flex items-center gap-1.5">
        {mayBuild ? (
          <Button
            variant="ghost"
            className="hidden md:inline-flex"
            onClick={() => store.setState((state) => ({ isPaletteDocked: !state.isPaletteDocked }))}
          >
            <Plus aria-hidden />
            Add a step
          </Button>
        ) : null}
        <IconButton
          label={isList ? 'Show the canvas' : 'Show as a list'}
          className="hidden md:inline-flex"
          onClick={() => store.setState({ isList: !isList })}
        >
          {isList ? <Workflow /> : <List />}
        </IconButton>
        <ChecksButton />
        {mayRun ? (
          <Button onClick={() => store.setState({ dialog: 'run' })}>
            <Play aria-hidden />
            Run
          </Button>
        ) : null}
        {mayBuild ? (
          <Button variant="primary" onClick={() => store.setState({ dialog: 'publish' })}>
            Publish
          </Button>
        ) : null}
        <MoreMenu workflow={workflow} />
      </div>
    </header>
  )
}
