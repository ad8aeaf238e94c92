import { z } from 'zod'

export const webhookMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export const bodyKinds = ['json', 'form', 'text'] as const

/** How services sign what they send; `plain` is a header of one's own with the signature of the body alone. */
export const signatureStyles = ['github', 'standard', 'stripe', 'slack', 'plain'] as const

export type SignatureStyle = (typeof signatureStyles)[number]

const headerName = z
  .string()
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'Write the name of a header, such as X-Signature.')

/** Who may call a webhook's address, with what, and how often. Left out, anyone who knows it may, with a POST. */
export const webhookRules = {
  methods: z.array(z.enum(webhookMethods)).min(1).max(webhookMethods.length).optional(),
  /** The kinds of body that are taken; left out, all. */
  accepts: z.array(z.enum(bodyKinds)).min(1).max(bodyKinds.length).optional(),
  /** What a caller proves that it knows the secret with. The secret itself is no part of a document. */
  proof: z
    .discriminatedUnion('by', [
      z.strictObject({
        by: z.literal('signature'),
        style: z.enum(signatureStyles),
        /** For `plain`: where the signature stands. */
        header: headerName.optional(),
      }),
      z.strictObject({ by: z.literal('header'), header: headerName }),
    ])
    .optional(),
  /** Calls with the same value here are one delivery, and start one run. */
  key: z
    .union([
      z.strictObject({ header: headerName }),
      z.strictObject({
        body: z
          .array(z.union([z.string().max(200), z.number().int().min(0)]))
          .min(1)
          .max(20),
      }),
    ])
    .optional(),
  /** At most so many calls in a minute. */
  rate: z.number().int().min(1).max(60_000).optional(),
} as const

export type WebhookProof = NonNullable<z.infer<(typeof webhookRules)['proof']>>
