'use client'

import {
  Copy,
  Download,
  Ellipsis,
  FileJson,
  History,
  Keyboard,
  Library,
  Pause,
  Play,
  Trash2,
} from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLink, useMay } from '@/components/api/workspace-context'
import { PublishDialog as ShareDialog } from '@/components/catalog/publish-dialog'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { useWorkflowChanges } from '@/components/workflows/use-workflow-changes'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { useEditorActions } from '../editor-actions'
import { useEditor, useEditorStore } from '../store/editor-context'

/** What is done seldom. */
export function MoreMenu({ workflow }: { workflow: WorkflowView }) {
  const store = useEditorStore()
  const router = useRouter()
  const link = useLink()
  const name = useEditor((state) => state.name)
  const { flush } = useEditorActions()
  const changes = useWorkflowChanges()
  const mayBuild = useMay('workflow.edit')
  const [asking, setAsking] = useState<'share' | 'delete' | null>(null)
  const [busy, setBusy] = useState(false)
  const here = { ...workflow, name }
  const saved = (act: () => Promise<unknown>) => () => void flush().then(act)
  const remove = async () => {
    setBusy(true)
    const gone = await changes.remove(here)
    setBusy(false)
    if (gone) router.push(link('workflows'))
  }
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
              <MenuItem onSelect={saved(() => changes.duplicate(here))}>
                <Copy aria-hidden /> Duplicate
              </MenuItem>
              <MenuItem onSelect={saved(() => changes.download(here))}>
                <Download aria-hidden /> Export
              </MenuItem>
              <MenuItem onSelect={() => store.setState({ dialog: 'import' })}>
                <FileJson aria-hidden /> Import into this draft…
              </MenuItem>
              <MenuItem onSelect={saved(async () => setAsking('share'))}>
                <Library aria-hidden /> Share in the catalog…
              </MenuItem>
              {workflow.live ? (
                <MenuItem onSelect={() => void changes.setPaused(here, !workflow.paused)}>
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
        title={`Delete ‘${name}’?`}
        action="Delete workflow"
        onConfirm={() => void remove()}
        busy={busy}
      >
        Its draft and all its versions go, and it starts no more runs. What it did stays readable under Runs.
      </ConfirmDialog>
      {asking === 'share' ? (
        <ShareDialog workflow={here} open onOpenChange={(open) => (open ? null : setAsking(null))} />
      ) : null}
    </>
  )
}
