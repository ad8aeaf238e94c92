import { HandrailError } from '../core/errors'
import { fieldLabel } from './field-label'
import { nameOf, type StepScope } from './step-scope'

export type ListProblem = (field: string, problem: string) => HandrailError

/** What is thrown where a list is asked for and something else is there, or its items are not of a kind. */
export function listProblem(call: StepScope, field: string, problem: string): HandrailError {
  return new HandrailError({
    code: 'wrong_type',
    who: 'user',
    retry: 'no',
    message: `The field "${fieldLabel(field, call.node)}" of "${nameOf(call.node)}" ${problem}. Choose another value.`,
    field,
  })
}
