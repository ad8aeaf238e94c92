'use client'

import { Ellipsis, FileJson, Gauge, History, Keyboard } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLink, useMay } from '@/components/api/workspace-context'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { BuilderDialogs } from '@/components/workflows/builder-dialogs'
import { type Asking, BuilderItems } from '@/components/workflows/builder-items'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { RunLimitDialog } from '../dialogs/run-limit-dialog'
import { useEditorActions } from '../editor-actions'
import { useEditor, useEditorStore } from '../store/editor-context'

/** What is done seldom. */
export function MoreMenu({ workflow }: { workflow: WorkflowView }) {
  const store = useEditorStore()
  const router = useRouter()
  const link = useLink()
  const name = useEditor((state) => state.name)
  const { flush } = useEditorActions()
  const mayBuild = useMay('workflow.edit')
  const [asking, setAsking] = useState<Asking>(null)
  const [isLimiting, setLimiting] = useState(false)
  const here = { ...workflow, name }
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label="More">
            <Ellipsis />
          </IconButton>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={() => store.setState({ dialog: 'versions' })}>
            <History aria-hidden /> Versions
          </MenuItem>
          <MenuItem onSelect={() => store.setState({ dialog: 'help' })}>
            <Keyboard aria-hidden /> List of keys
          </MenuItem>
          {mayBuild ? (
            <>
              <MenuSeparator />
              <BuilderItems workflow={here} onAsk={setAsking} first={flush}>
                <MenuItem onSelect={() => setLimiting(true)}>
                  <Gauge aria-hidden /> Runs at once…
                </MenuItem>
                <MenuItem onSelect={() => store.setState({ dialog: 'import' })}>
                  <FileJson aria-hidden /> Import into this draft…
                </MenuItem>
              </BuilderItems>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      <BuilderDialogs
        workflow={here}
        asking={asking}
        onAsk={setAsking}
        onDeleted={() => router.push(link('workflows'))}
      />
      {isLimiting ? <RunLimitDialog workflow={workflow} onClose={() => setLimiting(false)} /> : null}
    </>
  )
}
