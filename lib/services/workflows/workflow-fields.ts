import { z } from 'zod'

export const workflowNameField = z
  .string()
  .trim()
  .min(1, 'Write a name for the workflow.')
  .max(120, 'Use at most 120 characters.')

export const workflowDescriptionField = z.string().trim().max(2_000, 'Use at most 2000 characters.')

/** Checked by the service, which says at which node what is wrong. */
export const documentField = z.unknown().meta({
  override: {
    type: 'object',
    description: 'A workflow document: what `GET /workflows/{id}` gives as `draft`.',
  },
})

/** A version by its number or its id. */
export const versionField = z.union([z.number().int().min(1), z.string().regex(/^ver_[0-9a-z]{1,60}$/)])
