import type { JiraIssue, JiraState } from '../state'
import { JqlError } from './jql-error'
import { jqlFields } from './jql-fields'
import { momentOf } from './moment-of'
import { type JqlCondition, parseJql } from './parse-jql'

export type JqlReader = { readonly accountId: string; readonly now: number }

/** The issues that a JQL text asks for, in its order. Throws `JqlError` for a question that is none. */
export function searchIssues(state: JiraState, jql: string, reader: JqlReader): readonly JiraIssue[] {
  const { where, order } = parseJql(jql)
  const found = state.issues.filter((issue) => where === null || holds(where, { issue, state, reader }))
  const by = order.length > 0 ? order : [{ field: 'created', descending: true }]
  return [...found].sort((left, right) => {
    for (const { field, descending } of by) {
      const difference = compare(
        rankOf(field, { issue: left, state }),
        rankOf(field, { issue: right, state }),
      )
      if (difference !== 0) return descending ? -difference : difference
    }
    return Number(right.id) - Number(left.id)
  })
}

type Place = { readonly issue: JiraIssue; readonly state: JiraState }

function holds(condition: JqlCondition, place: Place & { readonly reader: JqlReader }): boolean {
  if (condition.kind === 'all') return condition.of.every((each) => holds(each, place))
  if (condition.kind === 'any') return condition.of.some((each) => holds(each, place))
  if (condition.kind === 'not') return !holds(condition.of, place)
  const { operator } = condition
  const field = fieldOf(condition.field)
  const have = field.values(place)
  const wanted = condition.values.map((value) => (value === 'currentuser()' ? place.reader.accountId : value))
  const [first = ''] = wanted
  if (operator === 'is' || operator === 'is not') return (have.length === 0) === (operator === 'is')
  if (operator === '~' || operator === '!~') return contains(have, first) === (operator === '~')
  if (field.kind === 'time') {
    const moment = momentOf(first, place.reader.now)
    if (moment === null)
      throw new JqlError(`Date value '${first}' for field '${condition.field}' is invalid.`)
    return have.some((each) => fits(Date.parse(each) - moment, operator))
  }
  if (field.kind === 'rank') {
    const rank = field.rank(first)
    return have.some((each) => fits(field.rank(each) - rank, operator))
  }
  const isOneOf = wanted.some((each) => have.some((own) => own.toLowerCase() === each.toLowerCase()))
  if (operator === '=' || operator === 'in') return isOneOf
  // As in Jira, what has no value at all is not “other than” one.
  if (operator === '!=' || operator === 'not in') return have.length > 0 && !isOneOf
  throw new JqlError(`The operator '${operator}' is not supported by the '${condition.field}' field.`)
}

/** Every word stands in the text; a star at a word's end is Jira's own habit. */
function contains(have: readonly string[], words: string): boolean {
  const text = have.join('\n').toLowerCase()
  return words
    .toLowerCase()
    .replaceAll('"', '')
    .split(/\s+/)
    .every((word) => text.includes(word.replace(/\*$/, '')))
}

function fits(difference: number, operator: string): boolean {
  if (operator === '<') return difference < 0
  if (operator === '<=') return difference <= 0
  if (operator === '>') return difference > 0
  if (operator === '>=') return difference >= 0
  return (difference === 0) === (operator !== '!=')
}

function rankOf(name: string, place: Place): number | string {
  const field = fieldOf(name)
  const [first = ''] = field.values(place)
  return field.kind === 'rank' ? field.rank(first) : first
}

function compare(left: number | string, right: number | string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return String(left) < String(right) ? -1 : Number(String(left) > String(right))
}

function fieldOf(name: string) {
  const field = jqlFields.get(name)
  if (!field) throw new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`)
  return field
}
