'use client'

import { RotateCcw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { RunView } from '@/lib/workflow/views/run-view'
import { messageOf } from '../../api/api-error'
import { callApi } from '../../api/client'
import { useRefresh } from '../../api/use-api'
import { useHere, useLink, useMay } from '../../api/workspace-context'
import { Button } from '../../ui/button'
import { toast } from '../../ui/toast'

type RetryButtonProps = { run: RunView; from?: string; label: string }

/** Runs it again with the same input: from the start, or from one step with the results before it kept. */
export function RetryButton({ run, from, label }: RetryButtonProps) {
  const { workspace } = useHere()
  const router = useRouter()
  const link = useLink()
  const refresh = useRefresh()
  const mayRetry = useMay('run.retry')
  const [busy, setBusy] = useState(false)
  if (!mayRetry) return null
  const retry = async () => {
    setBusy(true)
    try {
      const started = await callApi<{ id: string }>({
        path: `/runs/${run.id}/retry`,
        method: 'POST',
        body: from === undefined ? {} : { from },
        workspace: workspace.slug,
      })
      await refresh('/runs')
      if (started.id !== run.id) router.push(link(`runs/${started.id}`))
    } catch (error) {
      toast.failed(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size={from === undefined ? 'md' : 'sm'} busy={busy} onClick={retry}>
      <RotateCcw aria-hidden /> {label}
    </Button>
  )
}
