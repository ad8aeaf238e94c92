import { z } from 'zod'

/** The fields that several actions share, so that they look and behave the same everywhere. */
export const repoField = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]*)\/[A-Za-z0-9._-]+$/, 'Write a repository as owner/name.')
  .meta({
    title: 'Repository',
    description: 'As owner/name.',
    placeholder: 'owner/name',
    control: 'text',
    pick: 'github.repo.search',
    destination: true,
  })

export const issueNumberField = z.number().int().min(1).meta({
  title: 'Issue number',
  description: 'The number after # in the issue’s address.',
  control: 'number',
})

export const bodyField = z.string().max(60_000)

export function limitField(most: number) {
  return z.number().int().min(1).max(most).optional()
}
