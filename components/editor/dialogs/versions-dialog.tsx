'use client'

import { useCall } from '@/components/api/use-api'
import { useMay } from '@/components/api/workspace-context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { SkeletonRows } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { RelativeTime } from '@/components/values/relative-time'
import type { VersionView, WorkflowView } from '@/lib/workflow/views/workflow-view'
import { useEditorStore } from '../store/editor-context'
import { useVersions } from './use-versions'

type VersionsDialogProps = {
  workflow: WorkflowView
  onView: (versionId: string) => void
  onChanged: () => Promise<void>
}

/** Every published version: look at it, or put it live again. */
export function VersionsDialog({ workflow, onView, onChanged }: VersionsDialogProps) {
  const store = useEditorStore()
  const { data, mutate } = useVersions(workflow.id)
  const { call, busy, error } = useCall()
  const mayPublish = useMay('workflow.publish')
  const close = () => store.setState({ dialog: null })
  const putLive = async ({ number }: VersionView) => {
    const path = `/workflows/${workflow.id}/live`
    const done = await call({ path, method: 'POST', body: { version: number } })
    if (!done) return
    toast.done(`Version ${number} is live.`)
    await Promise.all([mutate(), onChanged()])
  }
  return (
    <Dialog open onOpenChange={(open) => (open ? null : close())} title="Versions" size="lg">
      {error ? <Alert tone="failed">{error}</Alert> : null}
      {!data ? <SkeletonRows rows={3} label="Loading the versions" /> : null}
      {data?.items.length === 0 ? (
        <p className="text-muted">Nothing is published yet. “Publish” makes the draft version 1.</p>
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {data?.items.map((version) => (
          <li key={version.id} className="flex items-center gap-3 py-2.5">
            <span className="w-12 shrink-0 font-medium tabular-nums">v{version.number}</span>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{version.note || 'No note'}</span>
              <span className="block truncate text-muted text-sm">
                <RelativeTime at={version.publishedAt} />
                {version.publishedBy ? ` by ${version.publishedBy.name}` : ''}
              </span>
            </span>
            {version.live ? (
              <span className="inline-flex items-center gap-1.5 text-sm">
                <span className="size-2 rounded-full bg-succeeded" aria-hidden />
                Live
              </span>
            ) : mayPublish ? (
              <Button size="sm" busy={busy} onClick={() => void putLive(version)}>
                Put live
              </Button>
            ) : null}
            <Button
              size="sm"
              onClick={() => {
                close()
                onView(version.id)
              }}
            >
              View
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
