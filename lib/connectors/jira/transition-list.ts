import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { issueField } from './fields'

export const transitionList = defineAction({
  id: 'jira.transition.list',
  title: 'List transitions',
  summary: 'Lists the statuses that an issue can be moved to from where it is.',
  guidance: 'Use this before you move an issue: which statuses can be reached depends on its workflow.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['read:jira-work'],
  input: z.strictObject({ key: issueField }),
  output: z.object({
    transitions: z
      .array(
        z.object({
          name: z.string().meta({ title: 'Transition' }),
          status: z.string().meta({ title: 'Status that it leads to' }),
          is_done: z.boolean().meta({ title: 'Ends the work' }),
        }),
      )
      .meta({ title: 'Transitions' }),
  }),
  preview: ({ key }) => shorten(`List where ${key} can be moved`, 120),
  examples: [
    {
      title: 'From a board with three columns',
      input: { key: 'SHOP-4' },
      output: { transitions: [{ name: 'Done', status: 'Done', is_done: true }] },
    },
    {
      title: 'Of an issue that is done',
      input: { key: 'OPS-1' },
      output: { transitions: [{ name: 'To Do', status: 'To Do', is_done: false }] },
    },
  ],
  choices: ({ transitions }) =>
    transitions.map(({ name, status }) => ({
      value: status,
      label: status,
      ...(name === status ? {} : { hint: name }),
    })),
})
