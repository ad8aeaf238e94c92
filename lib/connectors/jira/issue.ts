import { z } from 'zod'

/** An issue as every action of this connector that reads gives it. */
export const issueOutput = z.object({
  key: z.string().meta({ title: 'Key' }),
  project: z.string().meta({ title: 'Project' }),
  summary: z.string().meta({ title: 'Summary' }),
  description: z.string().meta({ title: 'Description' }),
  issue_type: z.string().meta({ title: 'Type' }),
  status: z.string().meta({ title: 'Status' }),
  is_done: z.boolean().meta({ title: 'Is done' }),
  priority: z.string().meta({ title: 'Priority' }),
  labels: z.array(z.string()).meta({ title: 'Labels' }),
  assignee: z.string().meta({ title: 'Assignee' }),
  assignee_id: z.string().meta({ title: 'Account id of the assignee' }),
  reporter: z.string().meta({ title: 'Reporter' }),
  url: z.string().meta({ title: 'Address' }),
  created_at: z.string().meta({ title: 'Opened at' }),
  updated_at: z.string().meta({ title: 'Updated at' }),
})

export type Issue = z.output<typeof issueOutput>

export const issueExample: Issue = {
  key: 'SHOP-4',
  project: 'SHOP',
  summary: 'Checkout button does nothing on Safari 17',
  description: 'Four customers wrote in since this morning.',
  issue_type: 'Bug',
  status: 'In Progress',
  is_done: false,
  priority: 'Highest',
  labels: ['checkout', 'customer'],
  assignee: 'Tomás Novak',
  assignee_id: '712020:00000000-0000-4000-8000-000000000003',
  reporter: 'Lena Fischer',
  url: 'https://acme.atlassian.net/browse/SHOP-4',
  created_at: '2026-11-02T09:14:00.000Z',
  updated_at: '2026-11-02T11:14:00.000Z',
}

/** What the two searches give. */
export const issuesOutput = z.object({
  issues: z.array(issueOutput).meta({ title: 'Issues' }),
  count: z.number().int().meta({ title: 'How many' }),
  more: z.boolean().meta({ title: 'There are more' }),
})

/** As choices of a picker. */
export function issueChoices({ issues }: z.output<typeof issuesOutput>) {
  return issues.map(({ key, summary, status }) => ({ value: key, label: `${key} ${summary}`, hint: status }))
}
