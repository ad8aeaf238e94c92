import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type Counts = Readonly<Record<string, { byKey: Readonly<Record<string, number>>; unmarked: number }>>

/** The emulated services in their own process. */
export type FarSide = {
  readonly addresses: {
    readonly token: string
    readonly github: string
    readonly slack: string
    readonly http: string
    readonly control: string
    readonly model: string
  }
  /** How often each effect was really carried out, by service and key. */
  effects(): Promise<Counts>
  stop(): void
}

export async function startFarSide(): Promise<FarSide> {
  const script = fileURLToPath(new URL('./emulators.ts', import.meta.url))
  const tsx = fileURLToPath(new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url))
  const child = spawn(process.execPath, [tsx, '--conditions=react-server', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const [line]: unknown[] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The emulators did not start.'))),
  ])
  const addresses: FarSide['addresses'] = JSON.parse(String(line))
  return {
    addresses,
    effects: async () => {
      const response = await fetch(`${addresses.control}/effects`)
      const counts: Counts = await response.json()
      return counts
    },
    stop: () => void child.kill('SIGTERM'),
  }
}
