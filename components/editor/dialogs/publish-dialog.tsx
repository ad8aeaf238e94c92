'use client'

import { useReactFlow } from '@xyflow/react'
import { useState } from 'react'
import { useCall } from '@/components/api/use-api'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { showIssue } from '../commands/show-issue'
import { useEditorActions } from '../editor-actions'
import { useEditor, useEditorStore } from '../store/editor-context'
import { IssueRow, issueKey } from '../top-bar/issue-row'
import { useVersions } from './use-versions'

type PublishDialogProps = { workflow: WorkflowView; onPublished: () => Promise<void> }

/** Makes the draft the live version, or says what keeps it from that. */
export function PublishDialog({ workflow, onPublished }: PublishDialogProps) {
  const store = useEditorStore()
  const flow = useReactFlow()
  const issues = useEditor((state) => state.issues)
  const { flush } = useEditorActions()
  const { call, busy, error } = useCall()
  const versions = useVersions(workflow.id)
  const [note, setNote] = useState('')
  const next = (versions.data?.items[0]?.number ?? 0) + 1
  const hasErrors = issues.some((issue) => issue.severity === 'error')
  const close = () => store.setState({ dialog: null })
  const publish = async () => {
    await flush()
    const done = await call<{ version: number }>({
      path: `/workflows/${workflow.id}/publish`,
      method: 'POST',
      body: note.trim() === '' ? {} : { note: note.trim() },
    })
    if (!done) return
    close()
    toast.done(`Version ${done.answer.version} is live.`)
    await Promise.all([versions.mutate(), onPublished()])
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : close())}
      title={`Publish version ${next}`}
      description={
        workflow.live
          ? `It takes the place of version ${workflow.live.number}. Runs under way keep the version they started with.`
          : 'From then on it can be started by everyone who may run it.'
      }
      footer={
        <Button variant="primary" busy={busy} disabled={hasErrors} onClick={() => void publish()}>
          Publish version {next}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {error ? <Alert tone="failed">{error}</Alert> : null}
        {issues.length > 0 ? (
          <div className="rounded-card border border-line p-1.5">
            <p className="px-2 pt-1 pb-1.5 font-medium text-sm">
              {hasErrors ? 'To mend before it can be published' : 'Worth a look first'}
            </p>
            <ul className="max-h-60 overflow-y-auto">
              {issues.map((issue) => (
                <li key={issueKey(issue)}>
                  <IssueRow
                    issue={issue}
                    onShow={() => {
                      close()
                      showIssue(store, flow, issue)
                    }}
                  />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <Field label="What is new" optional help="Shown in the list of versions.">
          {(control) => (
            <Textarea
              {...control}
              value={note}
              maxLength={500}
              rows={2}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
