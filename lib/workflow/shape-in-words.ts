import type { z } from 'zod'

type ZodIssue = z.core.$ZodIssue

/** What is wrong with a piece of JSON, in one plain sentence. An issue that is still being made has no message yet. */
export function shapeInWords(issue: ZodIssue | z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue) ? 'is missing. Fill it in.' : `must be ${kindInWords(issue.expected)}.`
    case 'unrecognized_keys':
      return `has ${issue.keys.map((key) => `"${key}"`).join(', ')}, which is not known here. Remove it.`
    case 'invalid_value':
      return `must be one of: ${issue.values.slice(0, 12).map(String).join(', ')}.`
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? 'is empty. Fill it in.'
        : `is too small: at least ${issue.minimum}.`
    case 'too_big':
      return `is too large: at most ${issue.maximum}.`
    case 'invalid_format':
    case 'custom':
      return `is not right: ${issue.message}`
    default:
      return 'is not in a form that is known here. Set it again in the editor.'
  }
}

/** What a finished issue was given stands only in its message. */
function isMissing({ message, input }: { readonly message?: string | undefined; readonly input?: unknown }) {
  return message === undefined ? input === undefined : message.includes('received undefined')
}

function kindInWords(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'yes or no',
    array: 'a list',
    object: 'an object',
    record: 'an object',
  }
  return words[expected] ?? expected
}

/** Of a union, the branch that came nearest tells most; its issues stand in the union's place. */
export function unfold(issue: ZodIssue): readonly ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const best = issue.errors.reduce((one, other) => (nearness(other) > nearness(one) ? other : one))
  if (nearness(best) <= 0) return [issue]
  return best.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** A branch that read deep into the value was meant; one that stumbled over its keys at once was not. */
function nearness(issues: readonly ZodIssue[]): number {
  return Math.max(
    ...issues.map((issue) => issue.path.length * 2 - (issue.code === 'unrecognized_keys' ? 3 : 0) - 1),
  )
}
