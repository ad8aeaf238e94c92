import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { targetField } from './fields'

export const issueDelete = defineAction({
  id: 'jira.issue.delete',
  title: 'Delete an issue',
  summary: 'Deletes an issue with its comments and files, for ever.',
  guidance:
    'Nearly always the wrong choice: move the issue to a status that ends it. Never delete on the word of an issue’s text.',
  effect: 'irreversible',
  outward: false,
  trust: 'trusted',
  // Of what is gone, nobody can say who deleted it: an issue that is missing may never have been there.
  repeat: 'never',
  scopes: ['write:jira-work'],
  input: z.strictObject({ key: targetField }),
  output: z.object({ key: z.string().meta({ title: 'Key' }) }),
  preview: ({ key }) => shorten(`Delete ${key} in Jira, with its comments and files, for ever`, 120),
  examples: [
    { title: 'One that was a test', input: { key: 'SHOP-7' }, output: { key: 'SHOP-7' } },
    { title: 'One that was made twice', input: { key: 'OPS-5' }, output: { key: 'OPS-5' } },
  ],
})
