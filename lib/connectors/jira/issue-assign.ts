import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { personField, personMeta, targetField } from './fields'

export const issueAssign = defineAction({
  id: 'jira.issue.assign',
  title: 'Assign an issue',
  summary: 'Gives an issue to a person, or takes it from everybody. The person is told.',
  guidance: 'Find the person first and use their account id. Leave the person out to unassign the issue.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // Assigning again to the same person changes nothing.
  repeat: 'safe',
  scopes: ['write:jira-work'],
  undo: 'jira.issue.assign',
  input: z.strictObject({
    key: targetField,
    assignee: personField
      .optional()
      .meta({ title: 'Person', description: 'Empty takes it from everybody.', ...personMeta }),
  }),
  output: z.object({
    key: z.string().meta({ title: 'Key' }),
    assignee_id: z.string().meta({ title: 'Account id of the assignee' }),
  }),
  preview: ({ key, assignee }, names) =>
    assignee
      ? shorten(`Assign ${key} to ${names?.assignee ?? assignee}`, 120)
      : shorten(`Take ${key} from whoever it is assigned to`, 120),
  examples: [
    {
      title: 'To a person',
      input: { key: 'SHOP-3', assignee: '712020:00000000-0000-4000-8000-000000000003' },
      output: { key: 'SHOP-3', assignee_id: '712020:00000000-0000-4000-8000-000000000003' },
    },
    { title: 'To nobody', input: { key: 'OPS-3' }, output: { key: 'OPS-3', assignee_id: '' } },
  ],
})
