/** How often each effect was carried out, by the key that it left: more than once is a doubled effect. */
export type EffectCounter = {
  note(request: { readonly body: string; readonly headers: Headers }): void
  counts(): Readonly<Record<string, number>>
  /** Changing requests that bore no key. */
  unmarked(): number
  clear(): void
}

export function effectCounter(): EffectCounter {
  let byKey = new Map<string, number>()
  let others = 0
  return {
    note(request) {
      const key = keyOf(request)
      if (key === null) others += 1
      else byKey.set(key, (byKey.get(key) ?? 0) + 1)
    },
    counts: () => Object.fromEntries(byKey),
    unmarked: () => others,
    clear() {
      byKey = new Map()
      others = 0
    },
  }
}

/** GitHub: a hidden comment in the body. Slack: the message's metadata, in a form. HTTP: a header. */
function keyOf({ body, headers }: { readonly body: string; readonly headers: Headers }): string | null {
  const header = headers.get('idempotency-key')
  if (header) return header
  const text = headers.get('content-type')?.includes('form')
    ? decodeURIComponent(body.replaceAll('+', ' '))
    : body
  return (
    /[<]!-- handrail:([^>]*) -->/.exec(text)?.[1] ??
    /"event_type":"handrail_effect","event_payload":\{"key":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ??
    null
  )
}
