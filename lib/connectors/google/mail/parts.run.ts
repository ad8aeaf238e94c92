import 'server-only'
import { z } from 'zod'

/** One part of a mail, as Gmail gives it; parts hold parts. */
export type Part = {
  readonly mimeType: string
  readonly filename: string
  readonly charset: string
  readonly body: { readonly size: number; readonly data?: string; readonly attachmentId?: string }
  readonly parts: readonly Part[]
}

const charsetOf = (headers: readonly { name: string; value: string }[]) =>
  /charset="?([^\s";]+)/i.exec(headers.find(({ name }) => /^content-type$/i.test(name))?.value ?? '')?.[1]

const base = z.object({
  mimeType: z.string().default(''),
  filename: z.string().default(''),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  body: z
    .object({ size: z.number().default(0), data: z.string().optional(), attachmentId: z.string().optional() })
    .default({ size: 0 }),
})

/** Deeper than anybody forwards. */
const deepest = 20

/** The tree of a mail's parts. What lies too deep is left out. */
export function readPart(payload: unknown, depth = 0): Part {
  const { headers, body, ...rest } = base.parse(payload)
  const { parts } = z.object({ parts: z.array(z.unknown()).default([]) }).parse(payload)
  const { size, data, attachmentId } = body
  return {
    ...rest,
    charset: charsetOf(headers) ?? 'utf-8',
    body: { size, ...(data ? { data } : {}), ...(attachmentId ? { attachmentId } : {}) },
    parts: depth < deepest ? parts.map((each) => readPart(each, depth + 1)) : [],
  }
}

/** All parts that hold no others, in the order in which they are read. */
export function leavesOf(part: Part): readonly Part[] {
  return part.parts.length > 0 ? part.parts.flatMap(leavesOf) : [part]
}

/** The text of base64url data in the part's own character set; one that nobody knows is read as UTF-8. */
export function decode(data: string, charset: string): string {
  const bytes = Buffer.from(data, 'base64url')
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}
