import 'server-only'
import { isSetUp } from '@/lib/services/set-up/is-set-up'
import { draining } from './draining'

export type Readiness = {
  readonly migrated: boolean
  readonly engine: boolean
  /** False while the process stops: send its traffic elsewhere. */
  readonly staying: boolean
}

/** What has to be there before traffic comes. `instrumentation.ts` leaves its hook once the engine takes work. */
export async function readiness(): Promise<Readiness> {
  const migrated = await isSetUp().then(
    () => true,
    () => false,
  )
  return {
    migrated,
    engine: typeof Reflect.get(globalThis, 'handrailStop') === 'function',
    staying: !draining().aborted,
  }
}
