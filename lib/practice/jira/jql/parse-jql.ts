import { JqlError } from './jql-error'
import { type JqlToken, readTokens } from './read-tokens'

export type JqlOperator =
  | '='
  | '!='
  | '~'
  | '!~'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not in'
  | 'is'
  | 'is not'

export type JqlCondition =
  | { readonly kind: 'all'; readonly of: readonly JqlCondition[] }
  | { readonly kind: 'any'; readonly of: readonly JqlCondition[] }
  | { readonly kind: 'not'; readonly of: JqlCondition }
  | {
      readonly kind: 'test'
      readonly field: string
      readonly operator: JqlOperator
      readonly values: readonly string[]
    }

export type JqlQuery = {
  readonly where: JqlCondition | null
  readonly order: readonly { readonly field: string; readonly descending: boolean }[]
}

const operators: readonly string[] = ['=', '!=', '~', '!~', '<', '<=', '>', '>=']

function isOperator(text: string): text is JqlOperator {
  return operators.includes(text)
}

/**
 * The part of JQL that people write most: fields compared with values, `in`, `is empty`, AND, OR, NOT, brackets,
 * functions without arguments and ORDER BY.
 */
export function parseJql(jql: string): JqlQuery {
  const tokens = readTokens(jql)
  let at = 0
  const word = (): string => (tokens[at]?.quoted ? '' : (tokens[at]?.text.toLowerCase() ?? ''))
  const take = (): JqlToken => {
    const token = tokens[at]
    if (!token) throw new JqlError('Error in the JQL Query: it ends too early.')
    at += 1
    return token
  }
  const accept = (text: string): boolean => {
    if (word() !== text) return false
    at += 1
    return true
  }
  const expect = (text: string): void => {
    if (!accept(text))
      throw new JqlError(
        `Error in the JQL Query: Expecting '${text}' but got '${tokens[at]?.text ?? 'the end'}'.`,
      )
  }

  const oneOf = (): JqlCondition => joined('any', 'or', allOf)
  const allOf = (): JqlCondition => joined('all', 'and', single)
  const joined = (kind: 'all' | 'any', by: string, next: () => JqlCondition): JqlCondition => {
    const first = next()
    const of = [first]
    while (accept(by)) of.push(next())
    return of.length === 1 ? first : { kind, of }
  }
  const single = (): JqlCondition => {
    if (accept('not')) return { kind: 'not', of: single() }
    if (!accept('(')) return test()
    const inside = oneOf()
    expect(')')
    return inside
  }
  const test = (): JqlCondition => {
    const field = take().text.toLowerCase()
    const operator = operatorHere()
    const isList = operator === 'in' || operator === 'not in'
    if (!isList) return { kind: 'test', field, operator, values: [value()] }
    expect('(')
    const values = [value()]
    while (accept(',')) values.push(value())
    expect(')')
    return { kind: 'test', field, operator, values }
  }
  const operatorHere = (): JqlOperator => {
    if (accept('not')) {
      expect('in')
      return 'not in'
    }
    if (accept('in')) return 'in'
    if (accept('is')) return accept('not') ? 'is not' : 'is'
    const { text } = take()
    if (!isOperator(text)) throw new JqlError(`Error in the JQL Query: '${text}' is no operator.`)
    return text
  }
  const value = (): string => {
    const { text, quoted } = take()
    if (quoted || !accept('(')) return text
    expect(')')
    return `${text.toLowerCase()}()`
  }
  const order = (): JqlQuery['order'] => {
    if (!accept('order')) return []
    expect('by')
    const fields = [ordering()]
    while (accept(',')) fields.push(ordering())
    return fields
  }
  const ordering = () => {
    const field = take().text.toLowerCase()
    const descending = accept('desc')
    if (!descending) accept('asc')
    return { field, descending }
  }

  const where = tokens.length === 0 || word() === 'order' ? null : oneOf()
  const query = { where, order: order() }
  if (at < tokens.length)
    throw new JqlError(`Error in the JQL Query: '${tokens[at]?.text}' was not expected here.`)
  return query
}
