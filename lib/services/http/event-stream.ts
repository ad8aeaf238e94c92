import 'server-only'
import { draining } from '@/lib/services/health/draining'
import { log } from '@/lib/services/log'
import { takeStreamPlace } from './stream-places'

const heartbeatMs = 15_000

/**
 * Sends values as server-sent events until they end or the reader goes. A comment every 15 seconds keeps proxies from
 * closing the stream; with each, the reader's right to it is asked again, so that whoever was removed is cut off. A
 * process that is about to stop ends its streams at once, and one that holds as many as it can refuses more.
 */
export function eventStream<Value>(
  request: Request,
  {
    values,
    idOf,
    stillAllowed,
  }: {
    readonly values: (signal: AbortSignal) => AsyncIterable<Value>
    readonly idOf: (value: Value) => string
    readonly stillAllowed: () => Promise<unknown>
  },
): Response {
  const leave = takeStreamPlace()
  const ending = new AbortController()
  const signal = AbortSignal.any([request.signal, ending.signal, draining()])
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(text))
      }
      const heartbeat = setInterval(() => {
        send(': still here\n\n')
        stillAllowed().catch(() => ending.abort())
      }, heartbeatMs)
      send('retry: 2000\n\n')
      try {
        for await (const value of values(signal)) {
          send(`id: ${idOf(value)}\ndata: ${JSON.stringify(value)}\n\n`)
        }
      } catch (error) {
        if (!signal.aborted) log().error({ err: error }, 'A stream of events broke')
      } finally {
        leave()
        clearInterval(heartbeat)
        ending.abort()
        closeQuietly(controller)
      }
    },
    cancel: () => ending.abort(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

function closeQuietly(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close()
  } catch {
    // The reader was first.
  }
}
