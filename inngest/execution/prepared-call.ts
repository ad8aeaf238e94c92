import type { Action } from '@/lib/connectors/contract'
import { getAction, getConnector } from '@/lib/connectors/index'
import { HandrailError } from '@/lib/core/errors'
import type { Json, JsonObject } from '@/lib/core/json'
import { storable } from '@/lib/core/storable'
import { callDigest } from '@/lib/services/ledger/call-digest'
import type { Execution } from './execution'
import { noConnection, openConnection, type UsedConnection } from './open-connection'

/** A call of an action with its values resolved and checked, ready to be sent. */
export type PreparedCall = {
  readonly nodeId: string
  readonly title: string
  readonly action: Action
  readonly connection: UsedConnection | null
  /** As resolved, before the schema fills in what was left out: what digests are made of. */
  readonly input: JsonObject
  readonly parsed: Readonly<Record<string, unknown>>
  readonly preview: string
  readonly names: Readonly<Record<string, string>>
  readonly digest: string
  /** Where it may go without a connection. */
  readonly hosts: readonly string[]
}

export type CallSource = {
  readonly nodeId: string
  readonly title: string
  readonly actionId: string
  readonly connectionId: string | undefined
  readonly hosts: readonly string[]
  /** What people call the values that were picked from a list, by field. */
  readonly names: Readonly<Record<string, string>>
  /** Every value resolved and fitted to the action's schema. */
  resolve(action: Action): JsonObject
}

/** Resolves and checks the values of a call, and opens its connection. */
export async function prepareCall(execution: Execution, source: CallSource): Promise<PreparedCall> {
  const { nodeId, title, actionId, connectionId } = source
  const action = getAction(actionId)
  const connector = getConnector(actionId)
  if (!action || !connector) {
    throw new HandrailError({
      code: 'invalid_document',
      who: 'user',
      retry: 'no',
      message: `There is no action “${actionId}” in this version of Handrail. Replace the step “${title}”.`,
    })
  }
  const input = source.resolve(action)
  const parsed = parseInput(action, input, title)
  if (!connectionId && connector.connection === 'required') {
    throw noConnection(`“${title}” has no ${connector.title} connection. Choose one in the step.`)
  }
  const connection = connectionId
    ? await openConnection(execution.scope.workspaceId, { connectionId, connector: connector.id })
    : null
  return {
    nodeId,
    title,
    action,
    connection,
    input,
    parsed,
    preview: storable(action.preview(parsed, source.names)),
    names: source.names,
    hosts: source.hosts,
    digest: callDigest({ node: nodeId, action: actionId, connection: connectionId ?? null, input }),
  }
}

function parseInput(action: Action, input: JsonObject, title: string): Readonly<Record<string, unknown>> {
  const result = action.input.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = issue?.path.join('.') || 'input'
  const label = action.input.shape[String(issue?.path[0])]?.meta?.()?.title ?? field
  throw new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    message: `The field “${label}” of “${title}” cannot take this value: ${issue?.message ?? 'it does not fit'}. Change what the field is bound to.`,
    field: `input.${field}`,
    detail: given(input, issue?.path ?? []),
  })
}

function given(input: Json, path: readonly PropertyKey[]): string {
  return `at ${path.map(String).join('.')}, ${typeof input} given`
}
