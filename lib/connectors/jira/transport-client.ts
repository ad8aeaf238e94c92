import 'server-only'
import { BufferSchema, type Client } from 'jira.js/core'
import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import type { Fetch } from '../../net/guarded-fetch'

type Transport = {
  readonly send: Fetch
  readonly baseUrl: string
  readonly authorization: string
  /** An answer that the vendor’s schemas do not describe is an error. */
  readonly isStrict: boolean
  /** A request of this kind that fails has done nothing. */
  isHarmless(request: { readonly method: string; readonly path: string }): boolean
}

/**
 * What jira.js sends its requests through. Its own transport calls the global `fetch`, which no guard can watch; its
 * paths, parameters and schemas are used as they are.
 */
export function transportTo({ send, baseUrl, authorization, isStrict, isHarmless }: Transport): Client {
  return {
    async sendRequest(request) {
      const { url: path, method = 'GET', searchParams = {}, headers = {}, schema } = request
      const url = new URL(`${baseUrl}${path}`)
      for (const [name, value] of Object.entries(searchParams)) {
        for (const each of Array.isArray(value) ? value : [value]) {
          if (each !== undefined && each !== null) url.searchParams.append(name, String(each))
        }
      }
      const { body, contentType } = await encoded(request.body)
      const answer = await send(url, {
        method,
        headers: { accept: 'application/json', authorization, ...contentType, ...headers },
        ...(body === undefined ? {} : { body }),
      })
      try {
        const isFile: boolean = schema !== undefined && Object.is(schema, BufferSchema)
        const data = isFile ? new Uint8Array(await answer.arrayBuffer()) : dataOf(await answer.text())
        const expected = schema ?? z.custom<never>()
        const parsed = expected.safeParse(data)
        if (parsed.success) return parsed.data
        if (isStrict || data === undefined) throw parsed.error
        // Jira’s answers grow before the library knows of it. What a behaviour uses, it parses itself.
        return z.custom<z.output<typeof expected>>().parse(data)
      } catch (error) {
        throw isHarmless({ method, path }) ? badAnswer(error) : error
      }
    },
  }
}

async function encoded(body: unknown) {
  if (body === undefined || body === null) return { body: undefined, contentType: {} }
  if (!(body instanceof FormData)) {
    return { body: JSON.stringify(body), contentType: { 'content-type': 'application/json' } }
  }
  // The guard sends bytes, so the form is written out here.
  const form = new Response(body)
  const contentType = { 'content-type': form.headers.get('content-type') ?? 'multipart/form-data' }
  return { body: new Uint8Array(await form.arrayBuffer()), contentType }
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('The answer is no JSON.')
    return z.NEVER
  }
})

function dataOf(text: string): unknown {
  return text.trim() === '' ? undefined : json.parse(text)
}

function badAnswer(cause: unknown): HandrailError {
  return new HandrailError({
    code: 'bad_answer',
    who: 'user',
    retry: 'after',
    message: 'Jira gave an answer that makes no sense. Check the address of the connection, then try again.',
    detail: cause instanceof Error ? cause.message.slice(0, 500) : '',
    cause,
  })
}
