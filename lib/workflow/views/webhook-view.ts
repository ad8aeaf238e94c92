import { z } from 'zod'
import { json } from './json'

const time = z.iso.datetime()

/** A webhook of a draft or a live version, as the editor shows it. */
export const webhookViewSchema = z.object({
  /** Null: it has none yet. Waiting for a call, or publishing, gives it one. */
  address: z.string().nullable(),
  hasSecret: z.boolean(),
  /** The next call until then is kept as the sample. */
  listeningUntil: time.nullable(),
  sample: z.object({ call: json, at: time }).nullable(),
})

export type WebhookView = z.infer<typeof webhookViewSchema>
