import { z } from 'zod'
import type { WorkflowDocument } from './document'
import { fieldSchema } from './field'
import { allNodes } from './levels'

/** A workflow that another one may call, as its live version says. */
export const callableSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Was it published, so that there is something to call? */
  isLive: z.boolean(),
  /** What it asks for: the fields of its trigger for calls, else of its form. Null when it has neither. */
  fields: z.array(fieldSchema).nullable(),
  /** What it promises to give; empty when it promises nothing. */
  output: z.array(fieldSchema),
  /** The workflows that it calls itself. */
  calls: z.array(z.string()),
})

export type CallableWorkflow = z.infer<typeof callableSchema> & {
  /** The live version, where it may be looked into. */
  readonly document?: WorkflowDocument
}

/** The workflows of a workspace, by id. */
export type WorkflowCatalog = { get(id: string): CallableWorkflow | undefined }

export const noWorkflows: WorkflowCatalog = { get: () => undefined }

/** How a workflow is called: by its trigger for calls, else by its form. */
export function callableOf(
  about: { readonly id: string; readonly name: string },
  document: WorkflowDocument | null,
): CallableWorkflow {
  const trigger = document && callTriggerOf(document)
  return {
    ...about,
    isLive: document !== null,
    fields: trigger?.config.fields ?? null,
    output: (trigger?.type === 'trigger.workflow' ? trigger.config.output : undefined) ?? [],
    calls: document ? [...callsOf(document)] : [],
    ...(document ? { document } : {}),
  }
}

/** The workflows that a document calls, each once. */
export function callsOf(document: WorkflowDocument): ReadonlySet<string> {
  return new Set(
    allNodes(document).flatMap((node) => (node.type === 'workflow' ? [node.config.workflow] : [])),
  )
}

/** The trigger that a call starts. */
export function callTriggerOf({ nodes }: WorkflowDocument) {
  const live = nodes.filter(({ disabled }) => disabled !== true)
  return (
    live.find((node) => node.type === 'trigger.workflow') ?? live.find((node) => node.type === 'trigger.form')
  )
}
