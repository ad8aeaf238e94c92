import { backendOf } from './backends'
import { effectCounter } from './effect-counter'
import type { Emulated, ServiceName } from './emulated'
import { noFaults } from './faults'
import { serveFront } from './front'
import { saver } from './saver'
import { emulateGithub, seedGithub } from './seed/seed-github'
import { emulateSlack, seedSlack } from './seed/seed-slack'
import { type Snapshot, snapshotSchema } from './snapshot'

/** How long an answer waits for its effect to be saved, in milliseconds. After that there is no answer. */
const patience = 5_000

export type PracticeStore = {
  /** What was saved last, or `null` at the first start. */
  load(service: ServiceName): Promise<unknown>
  save(service: ServiceName, snapshot: Snapshot): Promise<void>
}

export type Practice = {
  readonly addresses: Readonly<Record<ServiceName, string>>
  snapshot(service: ServiceName): Snapshot
  /** Saves what could not be saved when it happened. */
  flush(): Promise<void>
  close(): Promise<void>
}

export type PracticeSetting = {
  /** Who shows it may enter. */
  readonly token: string
  /** The seed's times lie before this. */
  readonly now: number
  /** What the links of issues and messages begin with, followed by the service's name. */
  readonly linksTo: string
}

const services = {
  github: { emulate: emulateGithub, seed: seedGithub },
  slack: { emulate: emulateSlack, seed: seedSlack },
} as const

/**
 * Hosts the simulated GitHub and Slack on loopback, in this process. Their state is taken from the store, or seeded
 * at the first start, and saved before a changing request is answered: what was answered is still there after a kill.
 */
export async function startPractice(options: PracticeStore & PracticeSetting): Promise<Practice> {
  const [github, slack] = await Promise.all([host('github', options), host('slack', options)])
  return {
    addresses: { github: github.url, slack: slack.url },
    snapshot: (service) => (service === 'github' ? github : slack).snapshot(),
    flush: async () => {
      await Promise.all([github.flush(), slack.flush()])
    },
    close: async () => {
      await Promise.all([github.close(), slack.close()])
    },
  }
}

async function host(
  service: ServiceName,
  { load, save, token, now, linksTo }: PracticeStore & PracticeSetting,
) {
  let emulated: Emulated | undefined
  const write = async () => {
    if (emulated) await save(service, emulated.snapshot())
  }
  const { request, flush } = saver(write, patience)
  const front = await serveFront(
    async (url) => {
      emulated = await services[service].emulate(`${linksTo}/${service}`)
      const saved = snapshotSchema.safeParse(await load(service))
      if (saved.success) emulated.restore(saved.data)
      else {
        await services[service].seed(emulated, { baseUrl: url, now })
        await write()
      }
      return backendOf(service, emulated, { tokens: [token], changed: request })
    },
    { faults: noFaults(), effects: effectCounter() },
  )
  const running = emulated
  if (!running) throw new Error(`The practice ${service} did not start.`)
  return {
    url: front.url,
    snapshot: () => running.snapshot(),
    flush,
    close: async () => {
      await front.close()
      await flush()
    },
  }
}
