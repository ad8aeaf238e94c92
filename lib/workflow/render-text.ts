import { Output, type Template } from 'liquidjs'
import { HandrailError } from '../core/errors'
import type { Json } from '../core/json'
import { fieldLabel } from './field-label'
import { isLoneSource } from './is-lone-source'
import { textLiquid, valueLiquid } from './liquid'
import { nowName } from './liquid-dates'
import { liquidReferences } from './liquid-references'
import { missingValue } from './missing-value'
import { recent } from './recent'
import { nameOf, type StepScope } from './step-scope'
import { pathText, valueAt } from './value-at'

type Parsed = { readonly templates: Template[]; readonly isLone: boolean }

const parse = recent<Parsed>(2_000, (source) => {
  if (!isLoneSource(source)) return { templates: textLiquid.parse(source), isLone: false }
  const templates = valueLiquid.parse(source.trim())
  return { templates, isLone: templates.length === 1 && templates[0] instanceof Output }
})

/**
 * Fills Liquid text in. A text that is one `{{ … }}` and nothing else gives the value itself, with its type; all
 * other text gives text. What it names must be there: a missing value is an error, not an empty place.
 */
export function renderText(source: string, call: StepScope, field: string): Json {
  if (!source.includes('{{') && !source.includes('{%')) return source
  try {
    const { templates, isLone } = parse(source)
    if (!source.includes('{%')) requireMentioned(source, call, field)
    const scope = { ...call.scope, [nowName]: new Date(call.now).toISOString() }
    const rendered: unknown = (isLone ? valueLiquid : textLiquid).renderSync(templates, scope)
    return toJson(rendered)
  } catch (error) {
    throw explain(error, call, field)
  }
}

/** Liquid gives nothing for a path through a null; a text without tags says clearly what must be there. */
function requireMentioned(source: string, call: StepScope, field: string): void {
  for (const { from, path, mayBeMissing } of liquidReferences(source)) {
    if (mayBeMissing) continue
    const last = path.at(-1)
    const asked = last === 'size' || last === 'first' || last === 'last' ? path.slice(0, -1) : path
    if (valueAt(call.scope, [from, ...asked]) === undefined) {
      throw missingValue(call, field, `"${pathText([from, ...path])}"`)
    }
  }
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
    message: `The text in "${fieldLabel(field, call.node)}" of "${nameOf(call.node)}" could not be filled in: ${text}. Mend the text.`,
    field,
    cause: error,
  })
}
