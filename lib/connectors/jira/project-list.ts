import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { limitField } from './fields'

export const projectList = defineAction({
  id: 'jira.project.list',
  title: 'List projects',
  summary: 'Lists the projects that the connection can see, by name.',
  guidance: 'Use this to find the key of a project before you search or create issues in it.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['read:jira-work'],
  input: z.strictObject({
    query: z.string().max(200).optional().meta({
      title: 'Words',
      description: 'Part of the name or key. Empty lists all.',
      placeholder: 'shop',
      control: 'text',
    }),
    limit: limitField(50, 50),
  }),
  output: z.object({
    projects: z
      .array(
        z.object({
          key: z.string().meta({ title: 'Key' }),
          name: z.string().meta({ title: 'Name' }),
          description: z.string().meta({ title: 'Description' }),
          lead: z.string().meta({ title: 'Lead' }),
        }),
      )
      .meta({ title: 'Projects' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ query }) =>
    query ? `List Jira projects named like “${shorten(query, 60)}”` : 'List the Jira projects within reach',
  examples: [
    {
      title: 'By part of the name',
      input: { query: 'shop' },
      output: {
        projects: [
          {
            key: 'SHOP',
            name: 'Shop',
            description: 'The website and the app, as customers see them',
            lead: 'Aiko Tanaka',
          },
        ],
        count: 1,
      },
    },
    {
      title: 'Nothing found',
      input: { query: 'no-such-thing', limit: 5 },
      output: { projects: [], count: 0 },
    },
  ],
  choices: ({ projects }) =>
    projects.map(({ key, name, description }) => ({
      value: key,
      label: `${name} (${key})`,
      ...(description ? { hint: description } : {}),
    })),
})
