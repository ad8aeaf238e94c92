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

export const pullNumberField = z
  .number()
  .int()
  .min(1)
  .meta({
    title: 'Pull request',
    description: 'The number after # in its address.',
    control: 'number',
    pick: 'github.pull.list',
    pickInput: { repo: 'repo' },
    destination: true,
  })

export const bodyField = z.string().max(60_000)

export function limitField(most: number) {
  return z.number().int().min(1).max(most).optional()
}

/** A branch's name as git allows it. `HEAD` is git's own word for the default branch. */
export const branchName = z
  .string()
  .min(1)
  .max(200)
  .regex(
    /^(?![-/.@])(?!.*(?:\.\.|\/\/|@\{|\.lock$|[/.]$))[^\s~^:?*[\\\p{Cc}]+$/u,
    'This is no name for a branch.',
  )

/** Where something is read: any name or sha that git knows. */
export const refField = branchName.optional().meta({
  title: 'Branch',
  description: 'A branch, tag or commit. The default branch when empty.',
  placeholder: 'main',
  control: 'text',
  pick: 'github.branch.list',
  pickInput: { repo: 'repo' },
})

/** A branch that is there already, and that an effect changes or builds upon. */
export const branchField = branchName.meta({
  title: 'Branch',
  control: 'text',
  pick: 'github.branch.list',
  pickInput: { repo: 'repo' },
  destination: true,
})

export const shaField = z
  .string()
  .regex(/^[0-9a-f]{40}$/, 'Write the whole sha of a commit: 40 digits and letters.')

export const pathField = z
  .string()
  .min(1)
  .max(500)
  .regex(
    /^(?!\/)(?!(?:.*\/)?(?:\.{1,2}|\.git)(?:\/|$))(?!.*\/\/)[^\p{Cc}]*[^/\p{Cc}]$/u,
    'Write a path inside the repository, such as src/cart.ts.',
  )

/** People by their logins, chosen from those of the repository. */
export const loginsField = z
  .array(z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, 'Write a login as GitHub shows it.'))
  .min(1)
  .max(10)
  .meta({
    title: 'People',
    control: 'tags',
    pick: 'github.assignee.list',
    pickInput: { repo: 'repo' },
    destination: true,
  })
