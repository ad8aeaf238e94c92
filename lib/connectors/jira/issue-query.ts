import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { limitField } from './fields'
import { issueExample, issuesOutput } from './issue'

export const issueQuery = defineAction({
  id: 'jira.issue.query',
  title: 'Search with JQL',
  summary: 'Finds issues with a question in Jira’s own language.',
  guidance:
    'Use this when the plain search has no field for it. Name a project or another restriction; put texts in quotation marks; end with ORDER BY. A new issue is found a few seconds after it was made.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['read:jira-work'],
  input: z.strictObject({
    jql: z.string().min(3).max(5_000).meta({
      title: 'JQL',
      description: 'Jira’s query language, with at least one restriction.',
      placeholder: 'project = SHOP AND status != Done ORDER BY priority DESC',
      control: 'long_text',
    }),
    limit: limitField(100, 30),
  }),
  output: issuesOutput,
  preview: ({ jql }) => shorten(`Search Jira: ${jql}`, 120),
  examples: [
    {
      title: 'What is most urgent',
      input: { jql: 'project = SHOP AND priority >= High AND status != Done ORDER BY created DESC' },
      output: { issues: [issueExample], count: 1, more: false },
    },
    {
      title: 'What nobody works on',
      input: { jql: 'project = OPS AND assignee is EMPTY AND updated <= -30d', limit: 10 },
      output: { issues: [], count: 0, more: false },
    },
  ],
})
