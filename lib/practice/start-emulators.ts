import { backendOf } from './backends'
import { type EffectCounter, effectCounter } from './effect-counter'
import type { Emulated, ServiceName } from './emulated'
import { type Faults, faults } from './faults'
import { type Front, serveFront } from './front'
import { plainService } from './plain-service'
import { emulateGithub, seedGithub } from './seed/seed-github'
import { emulateSlack, seedSlack } from './seed/seed-slack'
import { serveControl } from './serve-control'
import type { Snapshot } from './snapshot'

/** One emulated service of a test, with its levers. */
export type EmulatedForTest = {
  readonly url: string
  readonly faults: Faults
  readonly effects: EffectCounter
  /** All that the service remembers, as plain data. */
  state(): unknown
}

export type Emulators = {
  readonly token: string
  readonly github: EmulatedForTest & { snapshot(): Snapshot }
  readonly slack: EmulatedForTest & { snapshot(): Snapshot }
  readonly http: EmulatedForTest
  /** Where another process pulls the levers; only with `faults: true`. */
  readonly controlUrl: string | null
  close(): Promise<void>
}

/**
 * For tests and the faults harness: GitHub, Slack and a plain HTTP service with the seed of practice, whose answers
 * can be made to fail and whose effects are counted. Nothing is saved. With `faults`, the levers are also reachable
 * over HTTP, so that the emulators can live in a process of their own (`serve-control.ts` lists the calls).
 */
export async function startEmulators(
  options: { readonly faults?: boolean; readonly token?: string; readonly now?: number } = {},
): Promise<Emulators> {
  const { token = 'practice-for-tests', now = Date.now() } = options
  const [github, slack, http] = await Promise.all([
    start('github', { token, now }),
    start('slack', { token, now }),
    startPlain(token),
  ])
  const services = { github, slack, http }
  const control = options.faults ? await serveControl(services) : null
  return {
    token,
    ...services,
    controlUrl: control?.url ?? null,
    close: async () => {
      await Promise.all([github.close(), slack.close(), http.close(), control?.close()])
    },
  }
}

const builtIn = {
  github: { emulate: emulateGithub, seed: seedGithub },
  slack: { emulate: emulateSlack, seed: seedSlack },
} as const

async function start(service: ServiceName, { token, now }: { token: string; now: number }) {
  const levers = { faults: faults(), effects: effectCounter() }
  const held: { emulated?: Emulated } = {}
  const front: Front = await serveFront(async (url) => {
    const emulated = await builtIn[service].emulate(url)
    await builtIn[service].seed(emulated, { baseUrl: url, now })
    held.emulated = emulated
    return backendOf(service, emulated, { tokens: [token], changed: async () => {} })
  }, levers)
  const { emulated } = held
  if (!emulated) throw new Error(`The emulated ${service} did not start.`)
  const snapshot = () => emulated.snapshot()
  return { ...levers, ...front, snapshot, state: snapshot }
}

async function startPlain(token: string) {
  const levers = { faults: faults(), effects: effectCounter() }
  const service = plainService({ token })
  const front = await serveFront(async () => service, levers)
  return { ...levers, ...front, state: service.items }
}
