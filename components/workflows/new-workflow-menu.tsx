'use client'

import { FileJson, Library, Plus, SquarePen } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useRef } from 'react'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { useCall } from '../api/use-api'
import { useLink, useMay } from '../api/workspace-context'
import { Button } from '../ui/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../ui/dropdown-menu'
import { toast } from '../ui/toast'
import { readWorkflowFile } from './read-workflow-file'

const emptyDocument: WorkflowDocument = { schema: 1, nodes: [], edges: [] }

/** The three ways to a new workflow: an empty canvas, the catalog, a file. */
export function NewWorkflowMenu() {
  const link = useLink()
  const router = useRouter()
  const file = useRef<HTMLInputElement>(null)
  const { call, busy, error } = useCall()
  const mayBuild = useMay('workflow.edit')

  const make = async (body: object) => {
    const made = await call<WorkflowSummary>({ path: '/workflows', method: 'POST', body })
    if (made) router.push(link(`workflows/${made.answer.id}`))
  }
  const bring = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (!chosen) return
    const read = await readWorkflowFile(chosen)
    if ('problem' in read) toast.failed(read.problem)
    else await make(read)
  }
  if (!mayBuild) return null
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button variant="primary" busy={busy}>
            <Plus aria-hidden /> New workflow
          </Button>
        </MenuTrigger>
        <MenuContent align="end" className="w-56">
          <MenuItem onSelect={() => void make({ name: 'Untitled workflow', document: emptyDocument })}>
            <SquarePen aria-hidden /> Empty canvas
          </MenuItem>
          <MenuItem asChild>
            <Link href={link('catalog')}>
              <Library aria-hidden /> From the catalog
            </Link>
          </MenuItem>
          <MenuItem onSelect={() => file.current?.click()}>
            <FileJson aria-hidden /> From a file…
          </MenuItem>
        </MenuContent>
      </Menu>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-label="Workflow file"
        tabIndex={-1}
        className="sr-only"
        onChange={bring}
      />
      {error ? (
        <p role="alert" className="basis-full text-failed text-sm">
          {error}
        </p>
      ) : null}
    </>
  )
}
