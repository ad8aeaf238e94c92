import 'server-only'
import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import { isJson } from '../../core/is-json'
import type { Json } from '../../core/json'
import { deadlineIn } from '../../net/deadline'
import { handrailErrorIn } from '../../net/network-error'
import { noConnection } from '../../net/no-connection'
import { redactor } from '../../net/redact'
import type { Action, ActionId, OpenConnection } from '../contract'
import { getConnector } from '../index'
import type { Bound } from './bind'

export type ActionCall = {
  readonly action: ActionId
  readonly connection: OpenConnection | null
  /** The resolved input, not yet parsed. */
  readonly input: unknown
  /** The same for every repetition of this one effect. */
  readonly idempotencyKey: string
  readonly signal: AbortSignal
  /** The hosts that the builder wrote into the step itself, for HTTP without a connection. */
  readonly hosts?: readonly string[]
}

/** The caller's signal sets the time limit. This is the last resort, for a caller without one. */
const longestMs = 600_000

/** One call of an action, from its raw input to its checked output. */
export async function perform(bound: Bound, call: ActionCall, what: 'run' | 'lookup'): Promise<Json> {
  const secrets = Object.values(call.connection?.secret ?? {})
  const isHarmless = what === 'lookup' || bound.action.effect === 'read' || bound.action.repeat === 'safe'
  const deadline = deadlineIn(longestMs, [call.signal])
  try {
    const output = await bound[what]({
      input: parseInput(bound.action, call.input),
      idempotencyKey: call.idempotencyKey,
      context: {
        action: what === 'lookup' ? { ...bound.action, effect: 'read' } : bound.action,
        connection: checkConnection(bound, call.connection),
        signal: deadline.signal,
        ...(call.hosts ? { hosts: call.hosts } : {}),
        conceal: (secret) => secrets.push(secret),
      },
    })
    if (what === 'lookup' && output === null) return null
    return redactor(secrets).data(checkOutput(bound.action, output, isHarmless))
  } catch (error) {
    throw scrubbed(toHandrailError(error, bound.action, isHarmless), redactor(secrets).text)
  } finally {
    deadline.clear()
  }
}

function parseInput(action: Action, input: unknown): unknown {
  const parsed = action.input.safeParse(input)
  if (parsed.success) return input
  const [issue] = parsed.error.issues
  const path = issue?.path.join('.') ?? ''
  throw new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: path ? `input.${path}` : 'input',
    message: `${path ? `“${path}”: ` : ''}${issue?.message ?? 'The input is wrong.'}`,
  })
}

function checkConnection({ action }: Bound, connection: OpenConnection | null): OpenConnection | null {
  const connector = getConnector(action.id)
  if (!connector) throw unknownAction(action.id)
  if (!connection) {
    if (connector.connection === 'required') throw noConnection(connector.title)
    return null
  }
  if (connection.connector === connector.id) return connection
  throw new HandrailError({
    code: 'no_connection',
    who: 'user',
    retry: 'no',
    message: `This connection is not one for ${connector.title}. Choose another on the node.`,
  })
}

function checkOutput(action: Action, output: unknown, isHarmless: boolean): Json {
  const parsed = action.output.safeParse(output)
  // U+0000 cannot be stored by PostgreSQL, in text or in JSON.
  const data: unknown = parsed.success ? withoutNul(parsed.data) : undefined
  if (isJson(data)) return data
  throw badAnswer(action, isHarmless, parsed.error)
}

function withoutNul(value: unknown): unknown {
  const text = JSON.stringify(value)
  return text.includes('\\u0000') ? dropNul(value) : value
}

function dropNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '')
  if (Array.isArray(value)) return value.map(dropNul)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key.replaceAll('\u0000', ''), dropNul(entry)]),
  )
}

function toHandrailError(error: unknown, action: Action, isHarmless: boolean): HandrailError {
  const known = handrailErrorIn(error)
  if (known) return known
  // A behaviour reads the far side's answer with a schema: what does not fit did not come from that product.
  if (error instanceof z.ZodError || error instanceof z.core.$ZodError)
    return badAnswer(action, isHarmless, error)
  return new HandrailError({
    code: 'internal',
    who: 'us',
    retry: isHarmless ? 'no' : 'unknown',
    message: `“${action.title}” failed for a reason that Handrail does not know. Report this.`,
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    cause: error,
  })
}

function badAnswer(action: Action, isHarmless: boolean, cause: unknown): HandrailError {
  const product = getConnector(action.id)?.title ?? 'The service'
  return new HandrailError({
    code: 'bad_answer',
    who: 'user',
    retry: isHarmless ? 'after' : 'unknown',
    message: `${product} gave an answer that makes no sense. ${isHarmless ? 'Check the address of the connection, then try again.' : 'The request may have been carried out: look there before you repeat it.'}`,
    detail: cause instanceof Error ? cause.message.slice(0, 500) : '',
    cause,
  })
}

/** The same error without secrets; the cause is left behind, since it may hold request headers. */
function scrubbed(error: HandrailError, text: (value: string) => string): HandrailError {
  const { code, who, retry, message, detail, retryAfterMs, field } = error
  return new HandrailError({
    code,
    who,
    retry,
    message: text(message),
    ...(detail === undefined ? {} : { detail: text(detail) }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(field === undefined ? {} : { field }),
  })
}

export function unknownAction(id: ActionId): HandrailError {
  return new HandrailError({
    code: 'invalid_document',
    who: 'user',
    retry: 'no',
    message: `This version of Handrail knows no action ${id}. Replace the node.`,
  })
}
