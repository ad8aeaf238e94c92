import { z } from 'zod'

/** What an action that changed a document says of it. */
export const changedDocument = z.object({
  document: z.string().meta({ title: 'Document id' }),
  title: z.string().meta({ title: 'Title' }),
  url: z.string().meta({ title: 'Address' }),
})

export function documentUrl(document: string): string {
  return `https://docs.google.com/document/d/${document}/edit`
}
