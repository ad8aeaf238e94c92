import { HandrailError } from '../core/errors'
import { fieldLabel } from './field-label'
import { nameOf, type StepScope } from './step-scope'

/** What is thrown where a bound value is not there: names the node, the field and the next move. */
export function missingValue(call: StepScope, field: string, what: string): HandrailError {
  return new HandrailError({
    code: 'missing_value',
    who: 'user',
    retry: 'no',
    message: `The field "${fieldLabel(field, call.node)}" of "${nameOf(call.node)}" needs ${what}, which is not there in this run. Give the field a default, or choose a value that every path provides.`,
    field,
  })
}
