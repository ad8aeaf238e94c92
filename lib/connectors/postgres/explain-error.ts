import { z } from 'zod'
import { type ErrorCode, HandrailError, type RetryAdvice } from '../../core/errors'

/** What PostgreSQL says when it refuses: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const refusal = z.object({
  // Without it, what looks like a code is the operating system’s (`EPIPE`).
  severity: z.string(),
  code: z.string().regex(/^[0-9A-Z]{5}$/),
  message: z.string(),
})

type Meaning = {
  readonly code: ErrorCode
  readonly retry?: RetryAdvice
  readonly field?: string
  say(words: { readonly said: string; readonly name: string }): string
}

const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [
    /^28/,
    {
      code: 'reconnect',
      say: ({ name }) => `PostgreSQL refuses this user or password. Reconnect ${name} in Connections.`,
    },
  ],
  [
    /^42501$/,
    {
      code: 'missing_scope',
      say: ({ said, name }) =>
        `The user of ${name} may not do this: ${said}. Ask whoever runs the database to grant it.`,
    },
  ],
  [
    /^3D000$/,
    {
      code: 'not_found',
      say: ({ said, name }) => `PostgreSQL says: ${said}. Mend the database of ${name} in Connections.`,
    },
  ],
  [
    /^(42P01|3F000)$/,
    {
      code: 'not_found',
      field: 'input.table',
      say: ({ said }) => `PostgreSQL says: ${said}. Choose another table.`,
    },
  ],
  [
    /^42703$/,
    { code: 'invalid_input', say: ({ said }) => `PostgreSQL says: ${said}. Mend the name of the column.` },
  ],
  [
    /^25006$/,
    {
      code: 'invalid_input',
      field: 'input.sql',
      say: () => 'This SQL changes something, and a query may only read. Use “Run a statement” for it.',
    },
  ],
  [
    /^42601$/,
    {
      code: 'invalid_input',
      field: 'input.sql',
      say: ({ said }) => `PostgreSQL cannot read the SQL: ${said}.`,
    },
  ],
  [
    /^23505$/,
    { code: 'conflict', say: ({ said }) => `Such a row is there already: ${said}. Nothing was changed.` },
  ],
  [
    /^(22|23|42|0A|21)/,
    {
      code: 'invalid_input',
      say: ({ said }) => `PostgreSQL refuses the values: ${said}. Nothing was changed.`,
    },
  ],
  [
    /^57014$/,
    {
      code: 'timed_out',
      retry: 'after',
      say: () =>
        'The database did not finish in a minute, and nothing was changed. Ask for less, or add an index.',
    },
  ],
  // A lost race: whoever comes again finds the way free.
  [
    /^(40|55P03)/,
    {
      code: 'conflict',
      retry: 'after',
      say: () => 'Another transaction was in the way, and nothing was changed. Try again.',
    },
  ],
  [
    /^(53|57P)/,
    {
      code: 'unavailable',
      retry: 'after',
      say: ({ said }) => `The database takes no more work just now: ${said}. Try again later.`,
    },
  ],
]

/** What a refusal means for the person at the node. The statement did nothing: its transaction was rolled back. */
export function refusalError(error: unknown, connection: string | undefined): HandrailError | undefined {
  const parsed = refusal.safeParse(error)
  if (!parsed.success) return undefined
  const { code, message } = parsed.data
  const [, meaning] = meanings.find(([pattern]) => pattern.test(code)) ?? []
  const words = { said: message.slice(0, 300), name: connection ? `“${connection}”` : 'the connection' }
  return new HandrailError({
    code: meaning?.code ?? 'service_failed',
    who: 'user',
    retry: meaning?.retry ?? 'no',
    message: meaning?.say(words) ?? `PostgreSQL refuses: ${words.said}. Nothing was changed.`,
    detail: `SQLSTATE ${code}`,
    ...(meaning?.field ? { field: meaning.field } : {}),
  })
}
