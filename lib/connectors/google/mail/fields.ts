import { z } from 'zod'

/** One address without a name: no room for a second header or a second recipient. */
export const addressField = z.email('Write an address such as ada@example.com.').max(254)

export const toField = z.array(addressField).min(1).max(50).meta({
  title: 'To',
  description: 'Addresses, one each.',
  control: 'tags',
  destination: true,
})

export const ccField = z
  .array(addressField)
  .max(50)
  .optional()
  .meta({ title: 'Copy to', control: 'tags', destination: true })

export const bccField = z
  .array(addressField)
  .max(50)
  .optional()
  .meta({ title: 'Hidden copy to', control: 'tags', destination: true })

export const subjectField = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^\r\n]*$/, 'A subject is one line.')
  .meta({ title: 'Subject', control: 'text' })

export const textField = z
  .string()
  .min(1)
  .max(200_000)
  .meta({ title: 'Text', description: 'Plain text.', control: 'long_text' })

export const mailField = z
  .string()
  .regex(/^[\w-]{1,64}$/, 'Choose a mail from the list, or use the id that an earlier step gives.')
  .meta({
    title: 'Mail',
    description: 'The mail’s id.',
    control: 'text',
    pick: 'google.mail.search',
    destination: true,
  })
