'use client'

import { useCallback, useMemo } from 'react'
import { useApi } from '@/components/api/use-api'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { useEditor } from '@/components/editor/store/editor-context'
import type { Json } from '@/lib/core/json'
import type { DescribeReference } from '../binding/chip-extension'
import { dataSourcesOf } from './data-sources'
import { describeReference } from './describe-reference'
import { samplesInside } from './samples-inside'

const none: Readonly<Record<string, Json>> = {}

/** The data that a step's fields may use: earlier steps, nearest first, with what they gave last time. */
export function useData(nodeId: string, within = false) {
  const { workflowId, workflows } = useEditorFacts()
  const document = useEditor((state) => state.whole)
  const path = workflowId ? `/workflows/${workflowId}/samples` : null
  const { data: taken = none } = useApi<Readonly<Record<string, Json>>>(path, { revalidateOnFocus: false })
  const sources = useMemo(
    () => dataSourcesOf(document, nodeId, { within, ...(workflows ? { workflows } : {}) }),
    [document, nodeId, within, workflows],
  )
  const samples = useMemo(() => samplesInside(taken, { sources, document }), [taken, sources, document])
  const describe: DescribeReference = useCallback(
    (reference) => describeReference(reference, { document, sources, samples }),
    [document, sources, samples],
  )
  return { sources, samples, describe }
}
