import { z } from 'zod'
import type { Emulated } from '../services/service'
import { readHeaders } from './read-headers'

const header = z.object({ name: z.string(), value: z.string() })
const payload = z.looseObject({ headers: z.array(header).default([]) })
const message = z.looseObject({ id: z.string(), payload })
const answer = z.union([z.looseObject({ message }), message])
const rawMessage = z.object({ raw: z.string() })

/**
 * The emulator gives a mail's best-known headers, as they were sent. Gmail gives all of them, decoded: so they are read
 * from the mail itself, and what it lacks (From, when the sender left it out) from the emulator.
 */
export function withWholeHeaders(handle: Emulated['handle']): Emulated['handle'] {
  return async (request) => {
    const response = await handle(request)
    const url = new URL(request.url)
    const isMail = request.method === 'GET' && /\/(messages|drafts)\/[^/]+$/.test(url.pathname)
    if (!isMail || !response.ok || url.searchParams.get('format') === 'raw') return response
    const found = answer.safeParse(await response.clone().json())
    if (!found.success) return response
    const mail = message.parse('message' in found.data ? found.data.message : found.data)
    const rawUrl = new URL(`/gmail/v1/users/me/messages/${mail.id}?format=raw`, url)
    const raw = rawMessage.parse(await (await handle(new Request(rawUrl, request))).json())
    const wanted = url.searchParams.getAll('metadataHeaders').map((name) => name.toLowerCase())
    const headers = [...readHeaders(raw.raw), ...mail.payload.headers].filter(
      ({ name }, index, all) =>
        (wanted.length === 0 || wanted.includes(name.toLowerCase())) &&
        all.findIndex((each) => each.name.toLowerCase() === name.toLowerCase()) === index,
    )
    const whole = { ...mail, payload: { ...mail.payload, headers } }
    return Response.json('message' in found.data ? { ...found.data, message: whole } : whole)
  }
}
