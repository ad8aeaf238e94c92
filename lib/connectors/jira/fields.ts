import { z } from 'zod'

/** The fields that several actions share, so that they look and behave the same everywhere. */
const issueKey = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,30}-\d{1,10}$/, 'Write an issue’s key, such as SHOP-4.')
  .toUpperCase()

const keyMeta = {
  title: 'Issue',
  description: 'The issue’s key.',
  placeholder: 'SHOP-4',
  control: 'text',
  pick: 'jira.issue.search',
} as const

/** The issue that is read. */
export const issueField = issueKey.meta(keyMeta)

/** The issue that is changed. */
export const targetField = issueKey.meta({ ...keyMeta, destination: true })

/** Another issue that is named beside it. */
export const otherIssueField = issueKey.meta({ ...keyMeta, title: 'The other issue', destination: true })

export const projectKey = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{1,30}$/, 'Write a project’s key, such as SHOP.')
  .toUpperCase()

export const projectMeta = {
  title: 'Project',
  description: 'The project’s key.',
  placeholder: 'SHOP',
  control: 'text',
  pick: 'jira.project.list',
} as const

export const personField = z
  .string()
  .regex(/^[\w:.-]{5,128}$/, 'Choose a person from the list, or paste the id of an Atlassian account.')

export const personMeta = { control: 'text', pick: 'jira.user.search' } as const

export const summaryField = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\n\r]*$/, 'A summary is one line.')

export const labelsField = z.array(z.string().regex(/^\S{1,255}$/, 'A label has no spaces in Jira.')).max(30)

export const markdownField = z.string().max(30_000)

export function limitField(most: number, usual: number) {
  return z
    .number()
    .int()
    .min(1)
    .max(most)
    .optional()
    .meta({ title: 'At most', description: `${usual} when empty.`, control: 'number' })
}
