import { HandrailError } from '../core/errors'
import type { Json, JsonObject } from '../core/json'
import { isAnswerHeader } from './answer-header'
import type { NodeOf } from './document'
import { resolveBinding } from './resolve-binding'
import type { StepScope } from './step-scope'
import { toText } from './to-text'
import { isObject } from './value-at'

/** What a workflow answers to whoever called its webhook: the output of its `respond` step. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
}

/** The answer of a `respond` node with its values filled in. */
export function answerFor(
  { status, headers = {}, body }: NodeOf<'respond'>['config'],
  call: StepScope,
): JsonObject {
  const filled = Object.entries(headers).map(([name, binding]) => {
    const field = `config.headers.${name}`
    const value = toText(resolveBinding(binding, call, field))
    if (!isAnswerHeader(name) || !isHeaderValue(value)) throw notAHeader(name, field)
    return [name.toLowerCase(), value]
  })
  return { status, headers: Object.fromEntries(filled), body: resolveBinding(body, call, 'config.body') }
}

/** Reads a stored answer. */
export function readAnswer(output: Json): Answer {
  const { status, headers, body = null } = isObject(output) ? output : {}
  const texts = Object.entries(isObject(headers) ? headers : {}).map(([name, value]) => [name, String(value)])
  return { status: typeof status === 'number' ? status : 200, headers: Object.fromEntries(texts), body }
}

/** Printable, and nothing that could begin another header. */
const isHeaderValue = (value: string): boolean => /^[\x20-\x7e]{0,2000}$/.test(value)

function notAHeader(name: string, field: string): HandrailError {
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    message: `The header “${name}” cannot be answered with this value. Use one line of plain characters.`,
    field,
  })
}
