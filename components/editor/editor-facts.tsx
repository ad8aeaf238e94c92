'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { ConnectionView, MemberView, ProviderView } from '@/lib/policy/views/workspace-views'
import type { CallableWorkflow } from '@/lib/workflow/workflow-catalog'

/** What the editor knows of the workspace around the workflow. Changes seldom. */
export type EditorFacts = {
  /** Null where a version is only shown: a run's graph, a template. */
  readonly workflowId: string | null
  readonly connections: readonly ConnectionView[]
  readonly members: readonly MemberView[]
  /** How they are called, by id. */
  readonly people: ReadonlyMap<string, string>
  readonly providers: readonly ProviderView[]
  /** The workflows that this one may call, by id; null until they are known. */
  readonly workflows: ReadonlyMap<string, CallableWorkflow> | null
  /** The address of each webhook trigger of the live version, by node id. */
  readonly webhooks: Readonly<Record<string, string>>
}

const noFacts: EditorFacts = {
  workflowId: null,
  connections: [],
  members: [],
  people: new Map(),
  providers: [],
  workflows: null,
  webhooks: {},
}

const FactsContext = createContext<EditorFacts>(noFacts)

export function EditorFactsProvider({ facts, children }: { facts: EditorFacts; children: ReactNode }) {
  return <FactsContext value={facts}>{children}</FactsContext>
}

export function useEditorFacts(): EditorFacts {
  return useContext(FactsContext)
}
