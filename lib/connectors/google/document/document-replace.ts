import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { documentField } from '../file/fields'
import { scopes } from '../scopes'
import { changedDocument } from './document'

export const documentReplace = defineAction({
  id: 'google.document.replace',
  title: 'Replace text in a document',
  summary: 'Replaces a text wherever it stands in a Google document, as for the gaps of a template.',
  guidance:
    'Give the exact text. It is replaced everywhere, so choose one that stands only where it is meant.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.driveFile],
  input: z.strictObject({
    document: documentField,
    find: z
      .string()
      .min(1)
      .max(1_000)
      .meta({ title: 'Text to replace', placeholder: '{{customer}}', control: 'text' }),
    replace: z.string().max(50_000).meta({ title: 'New text', control: 'long_text' }),
  }),
  output: changedDocument.extend({
    places: z.number().int().meta({ title: 'How often it stood there' }),
  }),
  preview: ({ document, find, replace }, names) =>
    `${shorten(`In ${shorten(names?.document ?? document, 40)}, replace “${shorten(find, 30)}” with “${replace}`, 119)}”`,
  examples: [
    {
      title: 'A gap of a template',
      input: { document: 'doc-offer-template', find: '{{customer}}', replace: 'Dana Kim' },
      output: {
        document: 'doc-offer-template',
        title: 'Offer, template',
        url: 'https://docs.google.com/document/d/doc-offer-template/edit',
        places: 1,
      },
    },
    {
      title: 'A text that stands nowhere',
      input: { document: 'doc-on-call', find: 'no such text', replace: '' },
      output: {
        document: 'doc-on-call',
        title: 'On-call notes',
        url: 'https://docs.google.com/document/d/doc-on-call/edit',
        places: 0,
      },
    },
  ],
})
