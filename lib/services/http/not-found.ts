import { HandrailError } from '@/lib/core/errors'

/** The thing is not there, or belongs to another workspace: the answer is the same. */
export function notFound(what: string): HandrailError {
  return new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    message: `There is no such ${what} in this workspace. It may have been deleted.`,
  })
}
