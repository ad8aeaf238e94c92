'use client'

import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { RunView } from '@/lib/workflow/views/run-view'
import { useMay } from '../../api/workspace-context'
import { Button } from '../../ui/button'
import { RetryDialog } from './retry-dialog'

type RetryButtonProps = { run: RunView; from?: string; label: string }

/** Runs it again, from the start or from one step; a dialog says first what was done and is not done again. */
export function RetryButton({ run, from, label }: RetryButtonProps) {
  const mayRetry = useMay('run.retry')
  const [isAsking, setAsking] = useState(false)
  if (!mayRetry) return null
  return (
    <>
      <Button size={from === undefined ? 'md' : 'sm'} onClick={() => setAsking(true)}>
        <RotateCcw aria-hidden /> {label}
      </Button>
      {isAsking ? <RetryDialog run={run} from={from} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
