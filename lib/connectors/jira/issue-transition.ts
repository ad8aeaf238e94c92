import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { targetField } from './fields'

export const issueTransition = defineAction({
  id: 'jira.issue.transition',
  title: 'Move an issue to a status',
  summary: 'Moves an issue to another status of its workflow. Rules of the project may follow from it.',
  guidance: 'List the transitions first: only a status that can be reached from where the issue is will do.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['write:jira-work', 'read:jira-work'],
  undo: 'jira.issue.transition',
  input: z.strictObject({
    key: targetField,
    status: z
      .string()
      .min(1)
      .max(100)
      .meta({
        title: 'Status',
        placeholder: 'Done',
        control: 'text',
        pick: 'jira.transition.list',
        pickInput: { key: 'key' },
      }),
  }),
  output: z.object({
    key: z.string().meta({ title: 'Key' }),
    status: z.string().meta({ title: 'Status' }),
  }),
  preview: ({ key, status }) => shorten(`Move ${key} to “${shorten(status, 60)}” in Jira`, 120),
  examples: [
    {
      title: 'Start the work',
      input: { key: 'SHOP-3', status: 'In Progress' },
      output: { key: 'SHOP-3', status: 'In Progress' },
    },
    { title: 'Finish it', input: { key: 'OPS-3', status: 'done' }, output: { key: 'OPS-3', status: 'Done' } },
  ],
})
