'use client'

import { useEffect } from 'react'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { useApi } from '../../api/use-api'
import { isUnderWay } from '../run-words'

/** The steps of one item of a loop (`each_1[3]`): read when it is looked at, and again whenever the run has changed. */
export function useItemSteps(run: RunView | null, item: string | null) {
  const path = run && item ? `/runs/${run.id}/steps?item=${encodeURIComponent(item)}` : null
  const { data, error, mutate } = useApi<{ items: StepView[] }>(path, {
    keepPreviousData: false,
    refreshInterval: run && isUnderWay(run.status) ? 4_000 : 0,
  })
  const revision = run?.revision
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what asks again
  useEffect(() => void mutate(), [revision, mutate])
  return { steps: data?.items ?? null, error: error ?? null }
}
