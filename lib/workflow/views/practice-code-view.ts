import { z } from 'zod'

const practiceFileSchema = z.object({
  path: z.string(),
  change: z.enum(['added', 'modified', 'removed']),
  /** The new text, shortened; empty for a removed file. */
  text: z.string(),
})

export type PracticeFile = z.infer<typeof practiceFileSchema>

export const practicePullSchema = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
  author: z.string(),
  head: z.string(),
  base: z.string(),
  at: z.string(),
  /** A workflow opened it. */
  isOurs: z.boolean(),
  files: z.array(practiceFileSchema).readonly(),
  reviewers: z.array(z.string()).readonly(),
  /** Comments and reviews, oldest first. A review says its verdict. */
  comments: z
    .array(
      z.object({
        id: z.string(),
        author: z.string(),
        body: z.string(),
        verdict: z.enum(['approved', 'asked for changes', 'commented']).nullable(),
        at: z.string(),
        isOurs: z.boolean(),
      }),
    )
    .readonly(),
})

export type PracticePull = z.infer<typeof practicePullSchema>

export const practiceBranchSchema = z.object({
  name: z.string(),
  isDefault: z.boolean(),
  /** The first line of its last commit's message. */
  message: z.string(),
  author: z.string(),
  at: z.string(),
  /** A workflow made its last commit. */
  isOurs: z.boolean(),
  /** In what it differs from the default branch. */
  files: z.array(practiceFileSchema).readonly(),
})

export type PracticeBranch = z.infer<typeof practiceBranchSchema>
