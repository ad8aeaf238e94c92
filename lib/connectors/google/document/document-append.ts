import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { documentField, markdownField } from '../file/fields'
import { scopes } from '../scopes'
import { changedDocument } from './document'

export const documentAppend = defineAction({
  id: 'google.document.append',
  title: 'Add to a document',
  summary: 'Adds a text in Markdown at the end of a Google document.',
  guidance: 'Write headings, lists, bold, italic and links in Markdown. Tables are written as plain lines.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.driveFile],
  input: z.strictObject({
    document: documentField,
    text: markdownField.min(1).meta({ title: 'Text', description: 'In Markdown.', control: 'long_text' }),
  }),
  output: changedDocument,
  preview: ({ document, text }, names) =>
    `${shorten(`Add to ${shorten(names?.document ?? document, 50)}: “${text}`, 119)}”`,
  examples: [
    {
      title: 'A line for a log',
      input: { document: 'doc-on-call', text: '- Payment webhooks timed out at 03:10' },
      output: {
        document: 'doc-on-call',
        title: 'On-call notes',
        url: 'https://docs.google.com/document/d/doc-on-call/edit',
      },
    },
    {
      title: 'A section',
      input: {
        document: 'doc-returns-guide',
        text: '## Knives\n\nKnives go back in their **sheath**.\n\n1. Wrap them\n2. Mark the parcel',
      },
      output: {
        document: 'doc-returns-guide',
        title: 'Returns guide',
        url: 'https://docs.google.com/document/d/doc-returns-guide/edit',
      },
    },
  ],
})
