'use client'

import { useEditor } from '@/components/editor/store/editor-context'

/** Does the checker ask what to do when this field's source has not run? */
export function useMayBeMissing(nodeId: string, field: string): boolean {
  return useEditor((state) =>
    state.issues.some(
      (issue) => issue.node === nodeId && issue.field === field && issue.code === 'may_be_missing',
    ),
  )
}
