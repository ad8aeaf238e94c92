import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { issueNumberField, repoField } from '../fields'
import { issueExample, issueOutput } from './issue'

export const issueClose = defineAction({
  id: 'github.issue.close',
  title: 'Close an issue',
  summary: 'Closes an issue as done or as not planned. People who follow it are told.',
  guidance: 'Say in a comment why, before you close it. One that is closed already stays as it is.',
  effect: 'write',
  outward: true,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    number: issueNumberField,
    reason: z
      .enum(['completed', 'not_planned'])
      .optional()
      .meta({ title: 'Reason', description: 'Completed when empty.', control: 'choice' }),
  }),
  output: issueOutput,
  preview: ({ repo, number, reason }) =>
    shorten(
      `Close ${shorten(repo, 80)}#${number} as ${reason === 'not_planned' ? 'not planned' : 'done'}`,
      120,
    ),
  undo: 'github.issue.update',
  examples: [
    {
      title: 'It is done',
      input: { repo: 'acme/website', number: 4 },
      output: { ...issueExample, number: 4, state: 'closed' },
    },
    {
      title: 'It will not be done',
      input: { repo: 'acme/website', number: 3, reason: 'not_planned' },
      output: { ...issueExample, number: 3, state: 'closed' },
    },
  ],
})
