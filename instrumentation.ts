/**
 * Runs once when the server starts: what the environment asks for is set up, the engine starts, and the simulated
 * services stand by. `npm start` says when the database is open, and takes all of it down again, in the other order, through
 * the hook left here.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  // Where it does not open, `npm start` says why and ends.
  if ((await Reflect.get(globalThis, 'handrailDatabaseOpen')) === false) return
  const { ensureOwnerFromEnv } = await import('./lib/services/set-up/ensure-owner-from-env')
  const { beginDraining } = await import('./lib/services/health/draining')
  const { serveWebhook } = await import('./lib/services/http/serve-webhook')
  const { startEngine, stopEngine } = await import('./inngest/start')
  await ensureOwnerFromEnv()
  await startEngine()
  let practice: { stop(): Promise<void> } | undefined
  const handrailStop = async (graceMs: number) => {
    beginDraining()
    await stopEngine(graceMs)
    await practice?.stop()
  }
  Object.assign(globalThis, { handrailStop, handrailAnswer: serveWebhook })
  // Last: whoever waits for this process to be ready does not wait for the simulated services.
  const { ensurePractice } = await import('./lib/services/practice/ensure-practice')
  practice = ensurePractice()
}
