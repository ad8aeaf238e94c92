'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo } from 'react'
import { useApi } from '@/components/api/use-api'
import { useEvents } from '@/components/api/use-events'
import { withAllPlaced } from '@/components/canvas/layout/lay-out'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { RunView } from '@/lib/workflow/views/run-view'
import type { VersionView } from '@/lib/workflow/views/workflow-view'
import { createEditorStore, type EditorStore, showRun } from '../store/create-editor-store'
import { isEnded } from '../store/run-index'

export type Shown =
  | { readonly kind: 'run'; readonly id: string }
  | { readonly kind: 'version'; readonly id: string }
  | null

type VersionWithDocument = VersionView & { readonly document: WorkflowDocument }

export type Overlay = {
  readonly shown: Shown
  readonly show: (shown: Shown) => void
  /** The store that draws it: the version as it ran, not to be changed. Null while the draft is edited. */
  readonly store: EditorStore | null
  readonly run: RunView | null
  readonly version: VersionWithDocument | null
}

/**
 * A run or an old version drawn in the editor's place. The address says which, so that a reload shows it again and the
 * browser's back button leads to the draft.
 */
export function useOverlay(workflowId: string, draft: EditorStore): Overlay {
  const shown = useShown()
  const runPath = shown?.kind === 'run' ? `/runs/${shown.id}` : null
  const { data: runData, mutate } = useApi<RunView>(runPath, {
    keepPreviousData: false,
    refreshInterval: (latest) => (latest && !isEnded(latest) ? 4_000 : 0),
  })
  const run = runPath ? (runData ?? null) : null
  const isGoing = runPath !== null && (run === null || !isEnded(run))
  useEvents(isGoing ? `${runPath}/events` : null, () => void mutate())
  const versionId = shown?.kind === 'version' ? shown.id : (run?.version.id ?? null)
  const { data: version } = useApi<VersionWithDocument>(
    versionId ? `/workflows/${workflowId}/versions/${versionId}` : null,
    { keepPreviousData: false, revalidateOnFocus: false },
  )
  // Until the version is here the draft stands in for it: of a run that was just started it is the same.
  const store = useMemo(
    () => (shown ? storeOf(version?.document ?? draft.getState().whole, shown.kind) : null),
    [shown, version, draft],
  )
  useEffect(() => {
    if (store) showRun(store, run)
  }, [store, run])
  const show = useCallback((next: Shown) => {
    const address = new URL(window.location.href)
    for (const kind of ['run', 'version']) address.searchParams.delete(kind)
    if (next) address.searchParams.set(next.kind, next.id)
    window.history.pushState(null, '', address)
  }, [])
  return { shown, show, store, run, version: versionId ? (version ?? null) : null }
}

/** What the address asks for. */
function useShown(): Shown {
  const address = useSearchParams()
  const [run, version] = [address.get('run'), address.get('version')]
  return useMemo(
    () => (run ? { kind: 'run', id: run } : version ? { kind: 'version', id: version } : null),
    [run, version],
  )
}

function storeOf(document: WorkflowDocument, kind: 'run' | 'version'): EditorStore {
  return createEditorStore({
    document: withAllPlaced(document),
    name: kind === 'run' ? 'the run' : 'the version',
    revision: 0,
    readOnly: true,
    now: 0,
  })
}
