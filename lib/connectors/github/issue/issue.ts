import { z } from 'zod'

/** An issue as every action of this connector gives it. */
export const issueOutput = z.object({
  repo: z.string().meta({ title: 'Repository' }),
  number: z.number().int().meta({ title: 'Issue number' }),
  title: z.string().meta({ title: 'Title' }),
  body: z.string().meta({ title: 'Body' }),
  state: z.enum(['open', 'closed']).meta({ title: 'State' }),
  author: z.string().meta({ title: 'Author' }),
  labels: z.array(z.string()).meta({ title: 'Labels' }),
  assignees: z.array(z.string()).meta({ title: 'Assignees' }),
  comments: z.number().int().meta({ title: 'Number of comments' }),
  url: z.string().meta({ title: 'Address' }),
  created_at: z.string().meta({ title: 'Opened at' }),
  updated_at: z.string().meta({ title: 'Updated at' }),
})

export type Issue = z.output<typeof issueOutput>

export const issueExample: Issue = {
  repo: 'acme/website',
  number: 1,
  title: 'Checkout button does nothing on Safari 17',
  body: 'Tapping “Pay now” on an iPhone shows a spinner for a moment and then nothing.',
  state: 'open',
  author: 'lena-fischer',
  labels: ['bug'],
  assignees: [],
  comments: 0,
  url: 'https://github.com/acme/website/issues/1',
  created_at: '2026-11-02T09:14:00Z',
  updated_at: '2026-11-02T09:14:00Z',
}
