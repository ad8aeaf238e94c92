import { z } from 'zod'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'

export const labelList = defineAction({
  id: 'google.label.list',
  title: 'List mail labels',
  summary: 'Lists the labels of the Gmail account: its own and Gmail’s.',
  guidance: 'Use this to learn which labels there are before you change a mail’s labels.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [scopes.mailLabels],
  input: z.strictObject({}),
  output: z.object({
    labels: z
      .array(
        z.object({
          label_id: z.string().meta({ title: 'Label id' }),
          name: z.string().meta({ title: 'Name' }),
          is_own: z.boolean().meta({ title: 'Made by people' }),
        }),
      )
      .meta({ title: 'Labels' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: () => 'List the labels of the Gmail account',
  examples: [
    {
      title: 'A shared mailbox',
      input: {},
      output: { labels: [{ label_id: 'Label_orders', name: 'Orders', is_own: true }], count: 1 },
    },
    {
      title: 'Gmail’s own alone',
      input: {},
      output: { labels: [{ label_id: 'INBOX', name: 'INBOX', is_own: false }], count: 1 },
    },
  ],
  choices: ({ labels }) =>
    labels.map(({ label_id, name, is_own }) => ({
      value: label_id,
      label: name,
      ...(is_own ? {} : { hint: 'Gmail’s own' }),
    })),
})
