import { spawn } from 'node:child_process'

export type Ended = { readonly code: number; readonly output: string; readonly seconds: number }

/** Runs a Node script to its end and keeps what it printed; `show` passes it on as it comes. */
export function runNode(
  script: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly show: boolean; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const started = performance.now()
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => child.kill('SIGTERM')
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  let output = ''
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk
      if (options.show) target.write(chunk)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve({ code: code ?? 1, output, seconds: (performance.now() - started) / 1000 })
    })
  })
}
