import 'server-only'
import { isSetUp } from '@/lib/services/set-up/is-set-up'

export type Readiness = { readonly migrated: boolean; readonly engine: boolean }

/** What has to be there before traffic comes. `instrumentation.ts` leaves its hook once the engine takes work. */
export async function readiness(): Promise<Readiness> {
  const migrated = await isSetUp().then(
    () => true,
    () => false,
  )
  return { migrated, engine: typeof Reflect.get(globalThis, 'handrailStop') === 'function' }
}
