/** What a far side can do wrong. `lost`: the work is done and the connection ends before the answer. */
export type FaultKind =
  | '401'
  | '403'
  | '404'
  | '409'
  | '422'
  | '429'
  | '500'
  | 'garbage'
  | 'nothing'
  | 'lost'
  | 'slow'

export type FaultRule = {
  readonly kind: FaultKind
  /** How many requests it strikes; left out, all. */
  readonly times?: number
  /** Only requests whose method and path contain this (`POST /api/chat.postMessage`). */
  readonly match?: string
  /** Only requests that would change something: an effect may look first, and looking does no harm. */
  readonly onChanges?: boolean
  readonly retryAfterSeconds?: number
  readonly milliseconds?: number
}

/** The faults of one service. A test adds them; in production nothing can. */
export type Faults = {
  /** `struck` is called each time the rule strikes a request, before anything comes of it. */
  add(rule: FaultRule, struck?: () => void): void
  clear(): void
  /** The fault that strikes this request, used up once. */
  take(request: { readonly line: string; readonly isChange: boolean }): FaultRule | undefined
}

export function noFaults(): Faults {
  return { add() {}, clear() {}, take: () => undefined }
}

export function faults(): Faults {
  let rules: { rule: FaultRule; left: number; struck: (() => void) | undefined }[] = []
  return {
    add(rule, struck) {
      rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY, struck })
    },
    clear() {
      rules = []
    },
    take({ line, isChange }) {
      const found = rules.find(
        ({ rule, left }) => left > 0 && line.includes(rule.match ?? '') && (isChange || !rule.onChanges),
      )
      if (!found) return undefined
      found.left -= 1
      found.struck?.()
      return found.rule
    },
  }
}
