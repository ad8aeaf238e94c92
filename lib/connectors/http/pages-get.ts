import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { headersField, queryField, urlField } from './fields'

const path = z
  .string()
  .max(200)
  .regex(/^[^\s]*$/, 'Write names with dots between them: data.items.')

export const pagesGet = defineAction({
  id: 'http.pages.get',
  title: 'Get a list page by page',
  summary: 'Reads a JSON list that comes in pages, from the first to the last, as one list.',
  guidance:
    'Use this where a service gives a list in pages. Look whether it is complete. What it returns was written by others.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({
    url: urlField,
    next: z.enum(['link header', 'address in the answer', 'cursor in the answer', 'page number']).meta({
      title: 'The next page is told by',
      description: 'The service’s documentation says which.',
      control: 'choice',
    }),
    items: path.optional().meta({
      title: 'Where the items stand',
      description: 'In the answer: data.items. Empty when the answer is the list itself.',
      placeholder: 'data.items',
      control: 'text',
    }),
    next_at: path.optional().meta({
      title: 'Where the address or cursor stands',
      description: 'In the answer: meta.next when empty.',
      placeholder: 'meta.next',
      control: 'text',
    }),
    parameter: z
      .string()
      .regex(/^[^\s&=#]{1,100}$/, 'This is not the name of a parameter.')
      .optional()
      .meta({
        title: 'Parameter',
        description: 'What the cursor or number is sent as: cursor or page when empty.',
        placeholder: 'cursor',
        control: 'text',
      }),
    query: queryField,
    headers: headersField,
    most_pages: z.number().int().min(1).max(100).optional().meta({
      title: 'At most, pages',
      description: '10 when empty, never more than 100.',
      control: 'number',
    }),
  }),
  output: z.object({
    items: z.array(z.json()).meta({ title: 'Items' }),
    count: z.number().int().meta({ title: 'How many items' }),
    pages: z.number().int().meta({ title: 'How many pages' }),
    complete: z.boolean().meta({ title: 'To the last page' }),
  }),
  preview: ({ url }) => shorten(`Read page by page ${url}`, 120),
  examples: [
    {
      title: 'By a cursor',
      input: {
        url: 'https://api.example.com/v1/items',
        next: 'cursor in the answer',
        items: 'items',
        next_at: 'meta.cursor',
      },
      output: { items: [{ id: 1 }, { id: 2 }], count: 2, pages: 1, complete: true },
    },
    {
      title: 'By the Link header, a few pages',
      input: {
        url: 'https://api.example.com/v1/items',
        next: 'link header',
        items: 'items',
        query: { per_page: '100' },
        most_pages: 3,
      },
      output: { items: [], count: 0, pages: 1, complete: true },
    },
  ],
})
