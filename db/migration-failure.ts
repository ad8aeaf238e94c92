import { inspect } from 'node:util'
import { HandrailError } from '../lib/core/errors.ts'

/**
 * Why the database could not be brought to this version's schema, as a sentence for whoever starts Handrail. The
 * statement that failed, and all that was thrown, is the detail.
 */
export function toMigrationFailure(error: unknown): HandrailError {
  const { code, message } = causeOf(error)
  return new HandrailError({
    code: 'unavailable',
    who: 'operator',
    retry: 'no',
    message: sentenceFor(code, message),
    detail: inspect(error, { depth: 4 }),
    cause: error,
  })
}

/** The fault of the database or of the way to it: around it, the query builder tells the statement. */
function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) }
  if (error.cause instanceof Error) return causeOf(error.cause)
  return { code: 'code' in error ? String(error.code) : '', message: error.message }
}

function sentenceFor(code: string, message: string): string {
  const known = sentences.find(({ codes }) => codes.test(code))
  if (known) return known.sentence
  const [said = ''] = message.split('\n')
  return (
    `The database could not be brought to this version of Handrail, and nothing in it was changed. It says: ${said}. ` +
    'If it holds tables of another program, name an empty database in DATABASE_URL. If not, go on with the version ' +
    'of Handrail that ran before, and report this.'
  )
}

const sentences: readonly { readonly codes: RegExp; readonly sentence: string }[] = [
  {
    codes: /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|CONNECT_TIMEOUT|CONNECTION_|57P0)/,
    sentence:
      'The database does not answer. Check that PostgreSQL runs and that DATABASE_URL has its host and port, then start again.',
  },
  {
    codes: /^28/,
    sentence:
      'The database does not accept the user or the password in DATABASE_URL. Correct them, then start again.',
  },
  {
    codes: /^3D000$/,
    sentence:
      'There is no database of the name in DATABASE_URL. Create it, or name another one, then start again.',
  },
  {
    codes: /^42501$/,
    sentence:
      'The user in DATABASE_URL may not create tables, and nothing was changed. Make it the owner of the database, or grant it CREATE on the database and on its schema "public", then start again.',
  },
]
