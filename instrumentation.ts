/**
 * Runs once when the server starts: what the environment asks for is set up, the simulated services stand by, and the
 * engine starts. `npm start` says when the database is open, and takes all of it down again, in the other order, through
 * the hook left here.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  // Where it does not open, `npm start` says why and ends.
  if ((await Reflect.get(globalThis, 'handrailDatabaseOpen')) === false) return
  const { ensureOwnerFromEnv } = await import('./lib/services/set-up/ensure-owner-from-env')
  const { ensurePractice } = await import('./lib/services/practice/ensure-practice')
  const { beginDraining } = await import('./lib/services/health/draining')
  const { startEngine, stopEngine } = await import('./inngest/start')
  await ensureOwnerFromEnv()
  const practice = ensurePractice()
  await startEngine()
  const handrailStop = async (graceMs: number) => {
    beginDraining()
    await stopEngine(graceMs)
    await practice.stop()
  }
  const { serveWebhook } = await import('./lib/services/http/serve-webhook')
  Object.assign(globalThis, { handrailStop, handrailAnswer: serveWebhook })
}
