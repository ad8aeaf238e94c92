'use client'

import { useConnection } from '@xyflow/react'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { refusalOf } from '../surface/connect-rules'

/** While a line is being drawn: may it end at this card? */
export function useTargetState(id: string): 'legal' | 'illegal' | 'own' | null {
  const store = useEditorStore()
  return useConnection((connection) => {
    const from = connection.inProgress ? connection.fromHandle : null
    if (from?.type !== 'source') return null
    if (from.nodeId === id) return 'own'
    const line = { from: from.nodeId, exit: from.id ?? 'out', to: id }
    return refusalOf(store.getState().document, line) === null ? 'legal' : 'illegal'
  })
}
