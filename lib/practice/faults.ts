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
  readonly retryAfterSeconds?: number
  readonly milliseconds?: number
}

/** The faults of one service. A test adds them; in production nothing can. */
export type Faults = {
  add(rule: FaultRule): void
  clear(): void
  /** The fault that strikes this request, used up once. */
  take(request: string): FaultRule | undefined
}

export function noFaults(): Faults {
  return { add() {}, clear() {}, take: () => undefined }
}

export function faults(): Faults {
  let rules: { rule: FaultRule; left: number }[] = []
  return {
    add(rule) {
      rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY })
    },
    clear() {
      rules = []
    },
    take(request) {
      const found = rules.find(({ rule, left }) => left > 0 && request.includes(rule.match ?? ''))
      if (!found) return undefined
      found.left -= 1
      return found.rule
    },
  }
}
