import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { projectKey, projectMeta } from './fields'

export const issuetypeList = defineAction({
  id: 'jira.issuetype.list',
  title: 'List issue types',
  summary: 'Lists the types that a new issue of a project may have.',
  guidance: 'Use this before you create an issue: each project has types of its own, in its own language.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['read:jira-work'],
  input: z.strictObject({ project: projectKey.meta(projectMeta) }),
  output: z.object({
    types: z
      .array(
        z.object({
          name: z.string().meta({ title: 'Name' }),
          description: z.string().meta({ title: 'Description' }),
        }),
      )
      .meta({ title: 'Types' }),
  }),
  preview: ({ project }) => shorten(`List the issue types of the Jira project ${project}`, 120),
  examples: [
    {
      title: 'Of a project for software',
      input: { project: 'SHOP' },
      output: { types: [{ name: 'Bug', description: 'A problem or error.' }] },
    },
    {
      title: 'Of a project for operations',
      input: { project: 'OPS' },
      output: { types: [{ name: 'Task', description: 'A small, distinct piece of work.' }] },
    },
  ],
  choices: ({ types }) =>
    types.map(({ name, description }) => ({
      value: name,
      label: name,
      ...(description ? { hint: description } : {}),
    })),
})
