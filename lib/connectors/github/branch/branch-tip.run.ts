import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { ownerAndRepo } from '../vendor'

const vendorRefs = z.array(z.object({ ref: z.string(), object: z.object({ sha: z.string() }) }))

/** The sha at which a branch stands, or `null` when there is none of that name. */
export async function tipOf(
  client: Octokit,
  { repo, branch }: { readonly repo: string; readonly branch: string },
): Promise<string | null> {
  const { data } = await client.rest.git.listMatchingRefs({ ...ownerAndRepo(repo), ref: `heads/${branch}` })
  // Names that only begin like this one are among them.
  const found = vendorRefs.parse(data).find(({ ref }) => ref === `refs/heads/${branch}`)
  return found?.object.sha ?? null
}
