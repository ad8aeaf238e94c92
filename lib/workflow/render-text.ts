import { Output, type Template } from 'liquidjs'
import { HandrailError } from '../core/errors'
import type { Json } from '../core/json'
import { textLiquid, valueLiquid } from './liquid'
import { nowName } from './liquid-dates'
import { fieldLabel, missingValue } from './missing-value'
import { recent } from './recent'
import { nameOf, type StepScope } from './step-scope'

type Parsed = { readonly templates: Template[]; readonly isLone: boolean }

const parse = recent<Parsed>(500, (source) => {
  const templates = textLiquid.parse(source)
  const isLone =
    templates.length === 1 && templates[0] instanceof Output && templates[0].token.input === source.trim()
  return isLone ? { templates: valueLiquid.parse(source.trim()), isLone } : { templates, isLone }
})

/**
 * Fills Liquid text in. A text that is one `{{ … }}` and nothing else gives the value itself, with its type; all
 * other text gives text. What it names must be there: a missing value is an error, not an empty place.
 */
export function renderText(source: string, call: StepScope, field: string): Json {
  if (!source.includes('{{') && !source.includes('{%')) return source
  try {
    const { templates, isLone } = parse(isLoneSource(source) ? source.trim() : source)
    const scope = { ...call.scope, [nowName]: new Date(call.now).toISOString() }
    const rendered: unknown = (isLone ? valueLiquid : textLiquid).renderSync(templates, scope)
    return toJson(rendered)
  } catch (error) {
    throw explain(error, call, field)
  }
}

function isLoneSource(source: string): boolean {
  const trimmed = source.trim()
  return trimmed.startsWith('{{') && trimmed.endsWith('}}') && trimmed.indexOf('{{', 2) === -1
}

function toJson(value: unknown): Json {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  const copy: Json = JSON.parse(JSON.stringify(value))
  return copy
}

function explain(error: unknown, call: StepScope, field: string): HandrailError {
  if (error instanceof HandrailError) return error
  const text = error instanceof Error ? error.message : String(error)
  const missing = /^undefined variable: ([^,]+)/.exec(text)
  if (missing) return missingValue(call, field, `"${missing[1]}"`)
  return new HandrailError({
    code: /limit exceeded/.test(text) ? 'limit_reached' : 'expression_failed',
    who: 'user',
    retry: 'no',
    message: `The text of "${fieldLabel(field)}" in "${nameOf(call.node)}" could not be filled in: ${text}. Mend the text.`,
    field,
    cause: error,
  })
}
