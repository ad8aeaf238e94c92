import { HandrailError } from '@/lib/core/errors'
import type { Json } from '@/lib/core/json'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { readFormInput } from './read-form-input'

/** The trigger that a person or program starts: the one named, else the form, else the only one there is. */
export function triggerOf(document: WorkflowDocument, named: string | undefined): WorkflowNode {
  const triggers = document.nodes.filter((node) => kindOf(node).isTrigger && node.disabled !== true)
  const [first] = triggers
  const trigger =
    named === undefined
      ? (triggers.find((node) => node.type === 'trigger.form') ?? first)
      : triggers.find((node) => node.id === named)
  if (trigger) return trigger
  throw new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    message:
      named === undefined
        ? 'This workflow has no trigger to start from. Add one in the editor and publish.'
        : `This workflow has no trigger “${named}”. Name one of: ${triggers.map((node) => node.id).join(', ')}.`,
    field: 'trigger',
  })
}

/** What the trigger brings when it is started by hand: the form's fields, or what a schedule or caller would bring. */
export function triggerOutput(trigger: WorkflowNode, input: Json | undefined, now: Date): Json {
  if (trigger.type === 'trigger.form' || trigger.type === 'trigger.workflow')
    return readFormInput(trigger.config.fields, input)
  if (trigger.type === 'trigger.webhook') return { method: 'POST', headers: {}, query: {}, body: input ?? {} }
  return { at: now.toISOString() }
}
