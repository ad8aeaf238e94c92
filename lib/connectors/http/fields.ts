import { z } from 'zod'

export const urlField = z
  .url({ protocol: /^https?$/, error: 'Write a whole address that starts with https:// (or http://).' })
  .max(4_000)
  .meta({
    title: 'Address',
    description: 'Its host must stand in the step itself or in the connection’s list of hosts.',
    placeholder: 'https://api.example.com/v1/items',
    control: 'text',
    destination: true,
  })

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'This is not the name of a header.')

export const headersField = z
  .record(
    headerName,
    z
      .string()
      .max(4_000)
      .regex(/^[^\r\n\0]*$/, 'A header is one line.'),
  )
  .optional()
  .meta({
    title: 'Headers',
    description: 'Do not put secrets here: a connection keeps them.',
    control: 'pairs',
  })

export const queryField = z
  .record(z.string().min(1).max(200), z.string().max(4_000))
  .optional()
  .meta({ title: 'Query', description: 'Added to the address after ?.', control: 'pairs' })

export const readAsField = z.enum(['json', 'text', 'base64']).optional().meta({
  title: 'Read the answer as',
  description: 'When empty, as the answer itself says. Base64 keeps files whole.',
  control: 'choice',
})

export const anyStatusField = z.boolean().optional().meta({
  title: 'Go on whatever the status',
  description: 'Off: an answer with a status of 400 or more fails the step.',
  control: 'toggle',
})

export const answerOutput = z.object({
  status: z.number().int().meta({ title: 'Status' }),
  ok: z.boolean().meta({ title: 'Succeeded (2xx)' }),
  content_type: z.string().meta({ title: 'Content type' }),
  body: z.json().meta({ title: 'Body' }),
  headers: z.record(z.string(), z.string()).meta({ title: 'Headers' }),
})
