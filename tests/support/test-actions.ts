import { z } from 'zod'
import { type Action, type ActionCatalog, defineAction } from '@/lib/connectors/contract'

const base = {
  summary: 'A thing of the tests.',
  guidance: '',
  trust: 'trusted',
  repeat: 'safe',
  scopes: [],
} as const

/** A small product to test with: one action of each effect. */
const actions: readonly Action[] = [
  defineAction({
    ...base,
    id: 'test.thing.do',
    title: 'Do a thing',
    effect: 'write',
    outward: false,
    input: z.strictObject({}),
    output: z.looseObject({}),
    preview: () => 'Do a thing',
    examples: [{ title: 'One', input: {}, output: {} }],
  }),
  defineAction({
    ...base,
    id: 'test.issue.get',
    title: 'Read an issue',
    effect: 'read',
    outward: false,
    input: z.strictObject({ repo: z.string().min(1), number: z.number().int().min(1) }),
    output: z.object({
      title: z.string(),
      body: z.string().nullable(),
      open: z.boolean(),
      comments: z.number().int(),
      labels: z.array(z.string()),
      author: z.object({ login: z.string() }),
    }),
    preview: ({ repo, number }) => `Read #${number} of ${repo}`,
    examples: [
      {
        title: 'One',
        input: { repo: 'acme/site', number: 1 },
        output: { title: 'A', body: null, open: true, comments: 0, labels: [], author: { login: 'ada' } },
      },
    ],
  }),
  defineAction({
    ...base,
    id: 'test.message.send',
    title: 'Send a message',
    effect: 'irreversible',
    outward: true,
    input: z.strictObject({
      to: z.string().min(1).meta({ title: 'To', destination: true }),
      text: z.string().min(1).meta({ title: 'Text' }),
      tags: z.array(z.string()).optional(),
    }),
    output: z.object({ id: z.string() }),
    preview: ({ to, text }) => `Send “${text}” to ${to}`,
    examples: [{ title: 'One', input: { to: 'a', text: 'b' }, output: { id: '1' } }],
  }),
]

const byId = new Map(actions.map((action) => [action.id, action]))

export const testActions: ActionCatalog = byId

/** The connection that the builder's actions use when they name none would be missing: name this one. */
export const testConnection = { id: 'con_test', connector: 'test' }
