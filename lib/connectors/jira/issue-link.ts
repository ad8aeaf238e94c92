import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { otherIssueField, targetField } from './fields'

export const issueLink = defineAction({
  id: 'jira.issue.link',
  title: 'Link two issues',
  summary: 'Links an issue to another: it blocks it, duplicates it, relates to it.',
  guidance: 'List the kinds of links first. The first issue does to the other what the kind’s name says.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // Jira keeps one link of a kind between two issues, and answers a second request as it did the first.
  repeat: 'safe',
  scopes: ['write:jira-work'],
  input: z.strictObject({
    key: targetField,
    kind: z
      .string()
      .min(1)
      .max(100)
      .meta({ title: 'Kind', placeholder: 'Blocks', control: 'text', pick: 'jira.linktype.list' }),
    other: otherIssueField,
  }),
  output: z.object({
    key: z.string().meta({ title: 'Key' }),
    kind: z.string().meta({ title: 'Kind' }),
    other: z.string().meta({ title: 'The other issue' }),
  }),
  preview: ({ key, kind, other }, names) =>
    shorten(`Link ${key} to ${other} in Jira: “${shorten(names?.kind ?? kind, 40)}”`, 120),
  examples: [
    {
      title: 'One blocks another',
      input: { key: 'OPS-2', kind: 'Blocks', other: 'SHOP-4' },
      output: { key: 'OPS-2', kind: 'Blocks', other: 'SHOP-4' },
    },
    {
      title: 'Two belong together',
      input: { key: 'SHOP-5', kind: 'Relates', other: 'SHOP-6' },
      output: { key: 'SHOP-5', kind: 'Relates', other: 'SHOP-6' },
    },
  ],
})
