import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { loadPracticeState, savePracticeState } from '@/db/queries/system/practice'
import { HandrailError } from '@/lib/core/errors'
import { type ServiceName, serviceNames } from '@/lib/practice/services/service'

export type PracticeAddress = ServiceName | 'model'

/** Of each service; addresses that an older version announced, of fewer, are waited for anew. */
const addressesSchema = z.record(z.enum([...serviceNames, 'model']), z.string())

export type PracticeAddresses = z.infer<typeof addressesSchema>

const row = 'addresses'
/** Another process may take the services over; its addresses are then new. */
const freshMs = 2_000

const holder = globalThis as { handrailPracticeAddresses?: { value: PracticeAddresses; until: number } }

/** Tells the other processes where `host` has the services now. */
export async function announcePractice(host: string, addresses: PracticeAddresses): Promise<void> {
  const json = JSON.stringify(addresses)
  if (!(await savePracticeState(database().db, { host, service: row, json }))) return
  holder.handrailPracticeAddresses = { value: addresses, until: Date.now() + freshMs }
}

/**
 * The base URL of a practice service: the origin of a vendor, an OpenAI client's base URL for the model.
 * Throws `unavailable`, to be tried again, while no process hosts them.
 */
export async function practiceAddress(service: PracticeAddress): Promise<string> {
  const known = holder.handrailPracticeAddresses
  if (known && known.until > Date.now()) return known.value[service]
  const stored = addressesSchema.safeParse(await loadPracticeState(database().db, row))
  if (!stored.success) {
    throw new HandrailError({
      code: 'unavailable',
      who: 'us',
      retry: 'after',
      retryAfterMs: 1_000,
      message: 'The practice services are just starting. Try again in a moment.',
    })
  }
  holder.handrailPracticeAddresses = { value: stored.data, until: Date.now() + freshMs }
  return stored.data[service]
}
