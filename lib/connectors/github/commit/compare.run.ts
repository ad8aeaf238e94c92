import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { withoutTrailer } from '../marker'
import { ownerAndRepo } from '../vendor'
import type { commitCompare } from './compare'
import { toChangedFile, vendorFile } from './vendor-change'

const vendorComparison = z.object({
  ahead_by: z.number(),
  behind_by: z.number(),
  html_url: z.string(),
  commits: z.array(
    z.object({
      sha: z.string(),
      commit: z.object({ message: z.string(), author: z.object({ name: z.string().nullish() }).nullish() }),
      author: z.object({ login: z.string().nullish() }).nullish(),
    }),
  ),
  files: z.array(vendorFile).default([]),
})

export const behaviour: Behaviour<typeof commitCompare, Octokit> = {
  async run({ input: { repo, base, head }, client }) {
    const { data } = await client.rest.repos.compareCommitsWithBasehead({
      ...ownerAndRepo(repo),
      basehead: `${base}...${head}`,
    })
    const { ahead_by, behind_by, commits, files, html_url } = vendorComparison.parse(data)
    return {
      ahead_by,
      behind_by,
      commits: commits.map(({ sha, commit, author }) => ({
        sha,
        message: withoutTrailer(commit.message),
        author: author?.login ?? commit.author?.name ?? 'ghost',
      })),
      files: files.map(toChangedFile),
      url: html_url,
    }
  },
}
