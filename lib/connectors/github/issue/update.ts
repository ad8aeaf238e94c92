import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { bodyField, issueNumberField, repoField } from '../fields'
import { issueExample, issueOutput } from './issue'

export const issueUpdate = defineAction({
  id: 'github.issue.update',
  title: 'Update an issue',
  summary: 'Changes an issue’s title, body or state. Fields that are left empty stay as they are.',
  guidance:
    'Get the issue first: a new body takes the place of the whole old one. To close an issue with a reason, close it instead.',
  effect: 'write',
  // Reopening tells those who follow it, and so does naming somebody in the body.
  outward: true,
  trust: 'untrusted',
  // What stands there already is not written again.
  repeat: 'safe',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    number: issueNumberField,
    title: z.string().min(1).max(256).optional().meta({ title: 'New title', control: 'text' }),
    body: bodyField.optional().meta({
      title: 'New body',
      description: 'GitHub Markdown. Takes the place of the whole old one.',
      control: 'long_text',
    }),
    state: z.enum(['open', 'closed']).optional().meta({ title: 'New state', control: 'choice' }),
  }),
  output: issueOutput,
  preview: ({ repo, number, title, body, state }) => {
    const parts = [
      title === undefined ? [] : 'title',
      body === undefined ? [] : 'body',
      state ? `state: ${state}` : [],
    ]
    return shorten(`Change ${shorten(repo, 60)}#${number}: ${parts.flat().join(', ') || 'nothing'}`, 120)
  },
  examples: [
    {
      title: 'A better title',
      input: { repo: 'acme/website', number: 1, title: 'Paying fails on Safari 17' },
      output: { ...issueExample, title: 'Paying fails on Safari 17' },
    },
    {
      title: 'Open it again',
      input: { repo: 'acme/website', number: 2, state: 'open', body: 'It happened again.' },
      output: { ...issueExample, number: 2, body: 'It happened again.' },
    },
  ],
})
