import type { ActionCatalog } from '../../connectors/contract'
import type { IsBefore } from '../before'
import type { Certainty } from '../certainty'
import type { WorkflowNode } from '../document'
import type { Graph } from '../graph'
import type { Issue } from '../issue'
import type { Level } from '../levels'
import type { OutputTypes } from '../output-types'
import { nameOf } from '../step-scope'
import type { WorkflowCatalog } from '../workflow-catalog'
import type { Suggest } from './make-suggest'

/** What the checker is told beside the document. */
export type CheckContext = {
  readonly actions: ActionCatalog
  /** The connections that the workspace has. */
  readonly connections: readonly { readonly id: string; readonly connector: string }[]
  /** The workflows that may be called; left out, none is known and calls are not looked into. */
  readonly workflows?: WorkflowCatalog
  /** The workflow that the document belongs to: it must not come to call itself. */
  readonly workflowId?: string
}

/** What every check of one node may ask. */
export type NodeCheck = CheckContext & {
  /** The canvas that the node stands on. The rest speaks of that canvas alone. */
  readonly level: Level
  /** What holds on the canvas that the loop around this one stands on. */
  readonly outer: NodeCheck | null
  readonly nodes: ReadonlyMap<string, WorkflowNode>
  /** Ids of all nodes of the document, of those too whose shape is wrong. */
  readonly ids: ReadonlySet<string>
  readonly graph: Graph
  readonly types: OutputTypes
  readonly isBefore: IsBefore
  readonly certainty: Certainty
  /** The name that was probably meant. */
  readonly suggest: Suggest
}

type Told = { readonly field?: string; readonly severity?: Issue['severity'] }

/** An issue at a node. */
export function issueAt(node: WorkflowNode, code: Issue['code'], message: string, told: Told = {}): Issue {
  const { field, severity = 'error' } = told
  return { code, severity, node: node.id, ...(field === undefined ? {} : { field }), message }
}

/** `"Tell the team"`, as messages name a node. */
export function quoted(node: WorkflowNode): string {
  return `"${nameOf(node)}"`
}
