import { HandrailError } from '../core/errors'

/** Chunks as `fetch` yields them: already decompressed, so that the limit holds against bombs. */
type Chunks = AsyncIterable<Uint8Array>

/** The whole body, or an error as soon as it is larger than the limit. Stopping early closes the connection. */
export async function readLimited(
  body: Chunks | null,
  { maxBytes, host }: { maxBytes: number; host: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) {
      throw new HandrailError({
        code: 'too_large',
        who: 'user',
        retry: 'no',
        message: `The answer of ${host} is larger than ${Math.round(maxBytes / 100_000) / 10} MB. Ask for less at a time.`,
      })
    }
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}
