import { z } from 'zod'

const profileSchema = z.object({
  nodes: z.array(
    z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

type CpuProfile = z.infer<typeof profileSchema>
type Cost = { readonly what: string; readonly share: number }

const answerSchema = z.object({ id: z.number(), result: z.unknown() })

/** Begins to sample a process whose inspector listens where its output says. */
export async function startProfile(output: string): Promise<{ stop(): Promise<CpuProfile> }> {
  const address = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(output)?.[0]
  if (!address) throw new Error('The inspector of the product does not listen.')
  const socket = new WebSocket(address)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  let asked = 0
  const ask = (method: string) => {
    const id = ++asked
    const answered = new Promise<unknown>((resolve) => {
      const hear = ({ data }: MessageEvent) => {
        const answer = answerSchema.safeParse(JSON.parse(String(data)))
        if (!answer.success || answer.data.id !== id) return
        socket.removeEventListener('message', hear)
        resolve(answer.data.result)
      }
      socket.addEventListener('message', hear)
    })
    socket.send(JSON.stringify({ id, method }))
    return answered
  }
  await ask('Profiler.enable')
  await ask('Profiler.start')
  return {
    stop: async () => {
      const { profile } = z.object({ profile: profileSchema }).parse(await ask('Profiler.stop'))
      socket.close()
      return profile
    },
  }
}

/** What the time went on, the largest part first. Time in which the process had nothing to do is no cost. */
export function largestCosts({ nodes, samples, timeDeltas }: CpuProfile): Cost[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const spent = new Map<string, number>()
  let total = 0
  samples.forEach((node, index) => {
    const what = names.get(node)
    if (!what) return
    const time = timeDeltas[index] ?? 0
    total += time
    spent.set(what, (spent.get(what) ?? 0) + time)
  })
  return [...spent]
    .map(([what, time]) => ({ what, share: time / total }))
    .sort((one, other) => other.share - one.share)
}

/** The library or the part of Node in whose code a sample was taken; `undefined` for idleness. */
function nameOf({ functionName, url }: { functionName: string; url: string }): string | undefined {
  if (functionName === '(idle)') return undefined
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (/^write(v|Buffer|Utf8String|Latin1String)$/.test(functionName) && url === '')
    return 'writing to sockets'
  // What Next.js bundles is one to the profiler: ours, with the libraries that build statements and check values.
  if (url.includes('/.next/')) return 'our code, Drizzle and Zod (one bundle)'
  const library = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (library) return library
  return 'Node itself'
}
