'use client'

import { useCallback } from 'react'
import { useCall } from '@/components/api/use-api'
import { toast } from '@/components/ui/toast'
import { useEditorActions } from '../editor-actions'
import { useEditorFacts } from '../editor-facts'

/** Runs one step of the draft as it is saved, and shows its run. */
export function useTestStep() {
  const { workflowId } = useEditorFacts()
  const { flush, showRun } = useEditorActions()
  const { call, busy } = useCall()
  const test = useCallback(
    async (node: string) => {
      await flush()
      const started = await call<{ runId: string }>({
        path: `/workflows/${workflowId}/test`,
        method: 'POST',
        body: { node },
      })
      if (started) showRun(started.answer.runId)
      else toast.failed('The test could not start. Mend what the checks list, then try again.')
    },
    [call, flush, showRun, workflowId],
  )
  return { test, busy }
}
