import { z } from 'zod'
import { defineAction } from '../contract'

export const linktypeList = defineAction({
  id: 'jira.linktype.list',
  title: 'List kinds of links',
  summary: 'Lists how issues of this site can be linked.',
  guidance: 'Use this before you link issues, to choose from the kinds that exist.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['read:jira-work'],
  input: z.strictObject({}),
  output: z.object({
    kinds: z
      .array(
        z.object({
          name: z.string().meta({ title: 'Name' }),
          outward: z.string().meta({ title: 'What the first issue does' }),
          inward: z.string().meta({ title: 'What the other one is' }),
        }),
      )
      .meta({ title: 'Kinds' }),
  }),
  preview: () => 'List how issues can be linked in Jira',
  examples: [
    {
      title: 'The kinds of a site',
      input: {},
      output: { kinds: [{ name: 'Blocks', outward: 'blocks', inward: 'is blocked by' }] },
    },
    {
      title: 'A kind that reads the same both ways',
      input: {},
      output: { kinds: [{ name: 'Relates', outward: 'relates to', inward: 'relates to' }] },
    },
  ],
  choices: ({ kinds }) =>
    kinds.map(({ name, outward, inward }) => ({ value: name, label: outward, hint: inward })),
})
