import { newId } from '@/db/new-id'
import { HandrailError } from '@/lib/core/errors'
import { problemResponse, toProblem } from './problem'

/** Answers what calls an address that the API does not have: in the API's own shape, not with a page for people. */
export async function nowhere(request: Request): Promise<Response> {
  const requestId = newId('req')
  const { pathname } = new URL(request.url)
  const error = new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    message: `The API has nothing at ${pathname}. What it has stands in /api/v1/openapi.json.`,
  })
  return problemResponse(toProblem(error, requestId), { 'x-request-id': requestId })
}
