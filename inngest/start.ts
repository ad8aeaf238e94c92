import { engineMode } from '@/lib/env'
import { closeCarriedUnstored } from '@/lib/services/runs/start/carried-unstored'
import { setCarrier } from '@/lib/services/runs/start/carrier'
import { inngestCarrier } from './carrier'
import { inngest } from './client'
import { startRunner, thisRunner } from './embedded/this-runner'
import { allFunctions } from './functions/all-functions'
import { type Sweeper, startSweeper } from './sweeper'

const holder = globalThis as { handrailSweeper?: Sweeper; handrailStopRegistering?: () => void }

/** Starts what carries runs in this process. Called once when the process starts, and again after an edit in development. */
export async function startEngine(): Promise<void> {
  setCarrier(inngestCarrier)
  if (engineMode() === 'embedded') await startRunner(inngest, allFunctions)
  else holder.handrailStopRegistering ??= await registering()
  holder.handrailSweeper ??= startSweeper()
}

/** Takes no more work and lets what is under way come to a safe place, for so many milliseconds at most. */
export async function stopEngine(ms: number): Promise<void> {
  await holder.handrailSweeper?.stop()
  delete holder.handrailSweeper
  holder.handrailStopRegistering?.()
  delete holder.handrailStopRegistering
  if (engineMode() === 'embedded') await thisRunner().drain(ms)
  closeCarriedUnstored()
}

/** Loaded only where there is a server to tell: it brings the web's half of the SDK with it. */
async function registering(): Promise<() => void> {
  const { keepFunctionsRegistered } = await import('./register-functions')
  return keepFunctionsRegistered()
}
