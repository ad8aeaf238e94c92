import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { limitField, personField, personMeta, projectKey, projectMeta } from './fields'
import { issueChoices, issueExample, issuesOutput } from './issue'

export const issueSearch = defineAction({
  id: 'jira.issue.search',
  title: 'Search issues',
  summary: 'Finds issues by words, project, status, type, assignee or label, newest first.',
  guidance:
    'Use this to look for duplicates or for open work. Two or three telling words work best. A new issue is found a few seconds after it was made.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['read:jira-work'],
  input: z.strictObject({
    query: z.string().max(200).optional().meta({
      title: 'Words',
      description: 'Words in the summary, description or comments, or an issue’s key.',
      placeholder: 'checkout',
      control: 'text',
    }),
    project: projectKey.optional().meta(projectMeta),
    state: z
      .enum(['open', 'done', 'all'])
      .optional()
      .meta({ title: 'State', description: 'All when empty.', control: 'choice' }),
    status: z
      .string()
      .max(100)
      .optional()
      .meta({ title: 'Status', placeholder: 'In Progress', control: 'text' }),
    issue_type: z
      .string()
      .max(100)
      .optional()
      .meta({
        title: 'Type',
        placeholder: 'Bug',
        control: 'text',
        pick: 'jira.issuetype.list',
        pickInput: { project: 'project' },
      }),
    assignee: personField.optional().meta({ title: 'Assignee', ...personMeta }),
    labels: z
      .array(z.string().min(1).max(255))
      .max(20)
      .optional()
      .meta({ title: 'Labels', description: 'Issues that carry all of these.', control: 'tags' }),
    limit: limitField(100, 30),
  }),
  output: issuesOutput,
  preview: ({ query, project, state }) =>
    shorten(
      `Search ${state && state !== 'all' ? `${state} ` : ''}Jira issues${project ? ` of ${project}` : ''}${query ? ` for “${query}”` : ''}`,
      120,
    ),
  examples: [
    {
      title: 'Look for a duplicate',
      input: { query: 'checkout', project: 'SHOP' },
      output: { issues: [issueExample], count: 1, more: false },
    },
    {
      title: 'Open bugs with a label',
      input: { project: 'OPS', state: 'open', issue_type: 'Bug', labels: ['api'], limit: 5 },
      output: { issues: [], count: 0, more: false },
    },
  ],
  choices: issueChoices,
})
