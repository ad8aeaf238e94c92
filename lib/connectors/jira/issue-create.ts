import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import {
  labelsField,
  markdownField,
  personField,
  personMeta,
  projectKey,
  projectMeta,
  summaryField,
} from './fields'

export const issueCreate = defineAction({
  id: 'jira.issue.create',
  title: 'Create an issue',
  summary: 'Creates an issue in a project. People who watch the project are told.',
  guidance:
    'Search for a duplicate first. Give a summary that says what is wrong or wanted, and a description with the facts you have.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['write:jira-work'],
  lookupScopes: ['read:jira-work'],
  undo: 'jira.issue.delete',
  input: z.strictObject({
    project: projectKey.meta({ ...projectMeta, destination: true }),
    issue_type: z
      .string()
      .min(1)
      .max(100)
      .meta({
        title: 'Type',
        placeholder: 'Task',
        control: 'text',
        pick: 'jira.issuetype.list',
        pickInput: { project: 'project' },
      }),
    summary: summaryField.meta({ title: 'Summary', control: 'text' }),
    description: markdownField
      .optional()
      .meta({ title: 'Description', description: 'Markdown.', control: 'long_text' }),
    priority: z.string().min(1).max(60).optional().meta({
      title: 'Priority',
      description: 'As it is called in Jira.',
      placeholder: 'High',
      control: 'text',
    }),
    labels: labelsField.optional().meta({ title: 'Labels', control: 'tags' }),
    assignee: personField.optional().meta({ title: 'Assignee', ...personMeta }),
  }),
  output: z.object({
    key: z.string().meta({ title: 'Key' }),
    issue_id: z.string().meta({ title: 'Id' }),
    project: z.string().meta({ title: 'Project' }),
    summary: z.string().meta({ title: 'Summary' }),
    url: z.string().meta({ title: 'Address' }),
  }),
  preview: ({ project, issue_type, summary }) =>
    shorten(`Create the ${shorten(issue_type, 20)} “${shorten(summary, 60)}” in ${project}`, 120),
  examples: [
    {
      title: 'A bug with what is known',
      input: {
        project: 'SHOP',
        issue_type: 'Bug',
        summary: 'Prices show three decimals',
        description: 'Seen on `/cart`:\n\n- Chrome\n- **Safari**',
        priority: 'High',
        labels: ['cart'],
      },
      output: {
        key: 'SHOP-8',
        issue_id: '10048',
        project: 'SHOP',
        summary: 'Prices show three decimals',
        url: 'https://acme.atlassian.net/browse/SHOP-8',
      },
    },
    {
      title: 'A task for somebody',
      input: {
        project: 'OPS',
        issue_type: 'Task',
        summary: 'Describe the on-call rota',
        assignee: '712020:00000000-0000-4000-8000-000000000005',
      },
      output: {
        key: 'OPS-6',
        issue_id: '10049',
        project: 'OPS',
        summary: 'Describe the on-call rota',
        url: 'https://acme.atlassian.net/browse/OPS-6',
      },
    },
  ],
})
