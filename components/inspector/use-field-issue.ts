'use client'

import { useEditor } from '@/components/editor/store/editor-context'

/** What the checker says of one field of a step, the first thing only; null when all is well. */
export function useFieldIssue(nodeId: string, field: string): string | null {
  return useEditor((state) => {
    const found = state.issues.find(
      (issue) =>
        issue.node === nodeId && (issue.field === field || (issue.field?.startsWith(`${field}.`) ?? false)),
    )
    return found?.message ?? null
  })
}
