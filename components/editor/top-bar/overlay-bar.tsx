'use client'

import { ArrowLeft, RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { useCall } from '@/components/api/use-api'
import { useLink, useMay } from '@/components/api/workspace-context'
import { StatusChip } from '@/components/marks/status-chip'
import { openApprovalsOf } from '@/components/runs/open-approvals'
import { waitingWords } from '@/components/runs/run-words'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { RelativeTime } from '@/components/values/relative-time'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import type { Overlay } from '../run/use-overlay'
import { isEnded } from '../store/run-index'

type OverlayBarProps = { workflow: WorkflowView; overlay: Overlay; onRestored: () => Promise<void> }

/** The bar while a run or an old version is shown. */
export function OverlayBar({ workflow, overlay, onRestored }: OverlayBarProps) {
  const { run, version, show, shown } = overlay
  const link = useLink()
  const mayBuild = useMay('workflow.edit')
  const mayCancel = useMay('run.cancel')
  const { call, busy } = useCall()
  const restore = async (number: number) => {
    const path = `/workflows/${workflow.id}/restore`
    const done = await call({ path, method: 'POST', body: { version: number } })
    if (!done) return toast.failed('The version could not be restored. Try again in a moment.')
    toast.done(`Version ${number} is the draft again.`)
    await onRestored()
  }
  const approvals = run ? openApprovalsOf(run) : null
  const number = version?.number ?? null
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-3 py-1.5">
      <Button onClick={() => show(null)}>
        <ArrowLeft aria-hidden />
        <span className="max-md:sr-only">Back to editing</span>
      </Button>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5" aria-live="polite">
        <h1 className="min-w-0 truncate font-semibold text-base">{workflow.name}</h1>
        {shown?.kind === 'version' && version ? (
          <span className="truncate text-muted text-sm">
            Version {version.number}, <RelativeTime at={version.publishedAt} />
          </span>
        ) : null}
        {run ? (
          <>
            <StatusChip
              status={run.status}
              {...(run.waitingFor ? { label: waitingWords(run.waitingFor) } : {})}
            />
            <span className="truncate text-muted text-sm">
              {run.version.number === null ? 'The draft' : `Version ${run.version.number}`}
            </span>
          </>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-1.5 max-md:basis-full max-md:[&>*]:px-2 max-md:[&>*]:text-sm">
        {shown?.kind === 'version' && number !== null && mayBuild ? (
          <Button busy={busy} onClick={() => void restore(number)}>
            <RotateCcw aria-hidden />
            Make it the draft
          </Button>
        ) : null}
        {run && !isEnded(run) && mayCancel ? (
          <Button
            variant="danger-quiet"
            busy={busy}
            onClick={() => void call({ path: `/runs/${run.id}/cancel`, method: 'POST', body: {} })}
          >
            Cancel the run
          </Button>
        ) : null}
        {run ? (
          <Button asChild>
            <Link href={link(`runs/${run.id}`)}>Open the run</Link>
          </Button>
        ) : null}
        {approvals ? (
          <Button asChild variant="primary">
            <Link href={link(approvals.only ? `approvals/${approvals.only}` : 'approvals')}>
              {approvals.only ? 'Open the approval' : `Open the approvals (${approvals.count})`}
            </Link>
          </Button>
        ) : null}
      </div>
    </header>
  )
}
