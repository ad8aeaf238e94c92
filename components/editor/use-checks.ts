'use client'

import { useEffect } from 'react'
import { useHere } from '@/components/api/workspace-context'
import { actionCatalog } from '@/components/inspector/data/data-sources'
import { checkDocument } from '@/lib/policy/check-document'
import { useEditorFacts } from './editor-facts'
import type { EditorStore } from './store/create-editor-store'

const quietMs = 250

/** Checks the draft a moment after each edit, here in the browser: the same pure function that publishing asks. */
export function useChecks(store: EditorStore): void {
  const { workspace } = useHere()
  const { connections, workflows, workflowId } = useEditorFacts()
  const { policy } = workspace
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const check = () => {
      const issues = checkDocument(store.getState().whole, {
        actions: actionCatalog,
        connections,
        policy,
        ...(workflows ? { workflows, workflowId: workflowId ?? '' } : {}),
      })
      store.setState({ issues })
    }
    check()
    const unsubscribe = store.subscribe((state, before) => {
      if (state.whole === before.whole) return
      clearTimeout(timer)
      timer = setTimeout(check, quietMs)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [store, connections, policy, workflows, workflowId])
}
