import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { labelsField, markdownField, summaryField, targetField } from './fields'

export const issueEdit = defineAction({
  id: 'jira.issue.edit',
  title: 'Edit an issue',
  summary: 'Sets fields of an issue. What is left empty stays as it is.',
  guidance:
    'Read the issue first. Labels and description are replaced as a whole: give all that should stand there.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // The same values again change nothing.
  repeat: 'safe',
  scopes: ['write:jira-work'],
  input: z.strictObject({
    key: targetField,
    summary: summaryField.optional().meta({ title: 'Summary', control: 'text' }),
    description: markdownField.optional().meta({
      title: 'Description',
      description: 'Markdown. Replaces the present one.',
      control: 'long_text',
    }),
    priority: z.string().min(1).max(60).optional().meta({
      title: 'Priority',
      description: 'As it is called in Jira.',
      placeholder: 'High',
      control: 'text',
    }),
    labels: labelsField
      .optional()
      .meta({ title: 'Labels', description: 'All labels that it shall have.', control: 'tags' }),
  }),
  output: z.object({
    key: z.string().meta({ title: 'Key' }),
    changed: z.array(z.string()).meta({ title: 'Fields that were set' }),
  }),
  preview: ({ key, ...fields }) => {
    const names = Object.keys(fields)
    return shorten(`Set ${names.length > 0 ? names.join(', ') : 'nothing'} of ${key} in Jira`, 120)
  },
  examples: [
    {
      title: 'Raise the priority',
      input: { key: 'SHOP-3', priority: 'High', labels: ['search', 'customer'] },
      output: { key: 'SHOP-3', changed: ['priority', 'labels'] },
    },
    {
      title: 'Say it better',
      input: { key: 'OPS-4', summary: 'Describe in the handbook how on-call is handed over' },
      output: { key: 'OPS-4', changed: ['summary'] },
    },
  ],
})
