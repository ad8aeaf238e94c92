import type { Json } from '../core/json'

/** Takes known secrets out of text and data: whatever a far side echoes, no secret is stored, logged or shown. */
export type Redact = {
  text(value: string): string
  data(value: Json): Json
}

const mark = '•••'

/** Secrets shorter than this are not taken out: they would tear words apart, and are none. */
const shortest = 6

/** Takes these secrets out of texts and data, in every form in which they are sent. */
export function redactor(secrets: readonly string[]): Redact {
  const forms = new Set(secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf))
  // Longest first, so that a secret inside another leaves no rest.
  const ordered = [...forms].sort((left, right) => right.length - left.length)
  const text = (value: string): string =>
    ordered.reduce((cleaned, form) => cleaned.replaceAll(form, mark), value)
  const data = (value: Json): Json => {
    if (typeof value === 'string') return text(value)
    if (isList(value)) return value.map(data)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [text(key), data(entry)]))
  }
  return { text, data }
}

/** A secret as it stands, and as addresses, JSON and basic authentication would show it. */
function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString('base64')
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64].filter(
    (form) => form.length >= shortest,
  )
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
