import { backendOf } from './backends'
import { type TokenBook, tokenBook } from './consent/token-book'
import { type EffectCounter, effectCounter } from './effect-counter'
import { type Faults, faults } from './faults'
import { type Front, serveFront } from './front'
import { plainService } from './plain-service'
import { serveControl } from './serve-control'
import { practiceServices } from './services'
import { type Emulated, eachService, type ServiceName } from './services/service'

/** One emulated service of a test, with its levers. */
export type EmulatedForTest = {
  readonly url: string
  readonly faults: Faults
  readonly effects: EffectCounter
  /** The tokens that it issued to people who consented. */
  readonly tokens: TokenBook
  idle: Front['idle']
  /** All that the service remembers, as plain data. */
  state(): unknown
  /** Makes the service remember what it did when it started, and nothing since. */
  reset(): void
}

export type Emulators = Readonly<Record<ServiceName | 'http', EmulatedForTest>> & {
  readonly token: string
  /** Where another process pulls the levers; only with `faults: true`. */
  readonly controlUrl: string | null
  close(): Promise<void>
}

/**
 * For tests and the faults harness: the simulated services with the seed of practice, and a plain HTTP service. Their
 * answers can be made to fail, and their effects are counted. Nothing is saved. With `faults`, the levers are also
 * reachable over HTTP, so that the emulators can live in a process of their own (`serve-control.ts` lists the calls).
 */
export async function startEmulators(
  options: { readonly faults?: boolean; readonly token?: string; readonly now?: number } = {},
): Promise<Emulators> {
  const { token = 'practice-for-tests', now = Date.now() } = options
  const [services, http] = await Promise.all([
    eachService((name) => start(name, { token, now })),
    startPlain(token),
  ])
  const all = { ...services, http }
  const control = options.faults ? await serveControl(all) : null
  return {
    token,
    ...all,
    controlUrl: control?.url ?? null,
    close: async () => {
      await Promise.all([...Object.values(all).map((each) => each.close()), control?.close()])
    },
  }
}

async function start(name: ServiceName, { token, now }: { token: string; now: number }) {
  const service = practiceServices[name]
  const levers = { faults: faults(), effects: effectCounter(), tokens: tokenBook() }
  const held: { emulated?: Emulated } = {}
  const front = await serveFront(async (url) => {
    const emulated = await service.start(url)
    await service.seed(emulated, { baseUrl: url, now })
    held.emulated = emulated
    return backendOf(service, emulated, { tokens: [token], book: levers.tokens, changed: async () => {} })
  }, levers)
  const { emulated } = held
  if (!emulated) throw new Error(`The emulated ${name} did not start.`)
  const seeded = structuredClone(emulated.snapshot())
  return {
    ...levers,
    ...front,
    state: () => emulated.snapshot(),
    reset: () => emulated.restore(structuredClone(seeded)),
  }
}

async function startPlain(token: string) {
  const levers = { faults: faults(), effects: effectCounter(), tokens: tokenBook() }
  const service = plainService({ token })
  const front = await serveFront(async () => service, levers)
  return { ...levers, ...front, state: service.items, reset: service.reset }
}
