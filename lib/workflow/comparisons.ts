import type { Json } from '../core/json'
import type { Operator } from './condition'
import { momentOf } from './moment'
import { isList, isObject } from './value-at'

type Problem = { readonly problem: string }
type Comparison = (left: Json, right: Json) => boolean | Problem

/**
 * What each operator of a condition row means. Numbers written as text compare as numbers; times are ISO text. What
 * cannot be compared is said, never guessed.
 */
export const comparisons: Readonly<Record<Operator, Comparison>> = {
  equals: isSame,
  not_equals: (left, right) => !isSame(left, right),
  contains,
  not_contains: (left, right) => negate(contains(left, right)),
  starts_with: (left, right) => ofTexts(left, right, (text, part) => text.startsWith(part)),
  ends_with: (left, right) => ofTexts(left, right, (text, part) => text.endsWith(part)),
  greater: (left, right) => ofNumbers(left, right, (a, b) => a > b),
  greater_or_equal: (left, right) => ofNumbers(left, right, (a, b) => a >= b),
  less: (left, right) => ofNumbers(left, right, (a, b) => a < b),
  less_or_equal: (left, right) => ofNumbers(left, right, (a, b) => a <= b),
  before: (left, right) => ofMoments(left, right, (a, b) => a < b),
  after: (left, right) => ofMoments(left, right, (a, b) => a > b),
  one_of: oneOf,
  is_true: (left) => left === true || left === 'true',
  is_false: (left) => left === false || left === 'false',
  is_empty: isEmpty,
  is_not_empty: (left) => !isEmpty(left),
}

export function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true
  if (typeof value === 'string') return value.trim() === ''
  if (isList(value)) return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}

/** Equal as values: key order does not matter, and a number equals itself written as text. */
export function isSame(left: Json, right: Json): boolean {
  if (left === right) return true
  if (typeof left === 'object' && typeof right === 'object') return isSameTree(left, right)
  if (typeof left === 'string' && typeof right !== 'object') return isSameAsText(left, right)
  if (typeof right === 'string' && typeof left !== 'object') return isSameAsText(right, left)
  return false
}

function isSameAsText(text: string, value: string | number | boolean): boolean {
  if (typeof value === 'number') return numberOf(text) === value
  return typeof value === 'boolean' && text === String(value)
}

function isSameTree(left: Json, right: Json): boolean {
  if (isList(left)) {
    return (
      isList(right) &&
      left.length === right.length &&
      left.every((item, index) => isSame(item, right[index] ?? null))
    )
  }
  if (!isObject(left) || !isObject(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key] ?? null, right[key] ?? null))
  )
}

/** The number that a value is, or that a text writes out; otherwise `undefined`. */
export function numberOf(value: Json): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(value)) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

function contains(left: Json, right: Json): boolean | Problem {
  if (isList(left)) return left.some((item) => isSame(item, right))
  return ofTexts(left, right, (text, part) => text.includes(part))
}

function oneOf(left: Json, right: Json): boolean | Problem {
  if (isList(right)) return right.some((item) => isSame(left, item))
  if (typeof right === 'string') return right.split(',').some((item) => isSame(left, item.trim()))
  return { problem: 'needs a list to look in' }
}

function negate(result: boolean | Problem): boolean | Problem {
  return typeof result === 'boolean' ? !result : result
}

function ofTexts(
  left: Json,
  right: Json,
  compare: (text: string, part: string) => boolean,
): boolean | Problem {
  if (typeof left === 'object' || typeof right === 'object')
    return { problem: 'compares text with what is not text' }
  return compare(String(left), String(right))
}

function ofNumbers(left: Json, right: Json, compare: (a: number, b: number) => boolean): boolean | Problem {
  const [a, b] = [numberOf(left), numberOf(right)]
  if (a === undefined || b === undefined) return { problem: 'compares a number with what is not a number' }
  return compare(a, b)
}

function ofMoments(left: Json, right: Json, compare: (a: number, b: number) => boolean): boolean | Problem {
  const [a, b] = [momentOf(left), momentOf(right)]
  if (a === undefined || b === undefined) {
    return {
      problem: 'compares a date with what is not a date (write it as 2026-01-31 or 2026-01-31T09:00:00Z)',
    }
  }
  return compare(a, b)
}
