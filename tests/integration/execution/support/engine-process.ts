import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type EngineProcess = { kill(): Promise<void> }

/** A process of its own that carries runs, to be killed without warning. */
export async function startEngineProcess(databaseUrl: string): Promise<EngineProcess> {
  const script = fileURLToPath(new URL('./engine-main.ts', import.meta.url))
  // The marker package `server-only` is empty under this condition, as it is in a server build.
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], {
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(child)
  return {
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`the engine ended with ${code} before it was ready`)))
  })
}
