import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { lookupLimit } from '../../../net/lookup-limit'
import type { Behaviour } from '../../contract'
import { hasMarker, withMarker, withoutMarker } from '../marker'
import { ownerAndRepo } from '../vendor'
import type { releaseCreate } from './create'

const vendorRelease = z.object({
  id: z.number(),
  tag_name: z.string(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  draft: z.boolean(),
  prerelease: z.boolean(),
  html_url: z.string(),
  created_at: z.string(),
})

/** How many of the newest releases, in hundreds, a look-up goes through. */
const mostPages = 10

export const behaviour: Behaviour<typeof releaseCreate, Octokit> = {
  async run({ input, client, idempotencyKey }) {
    const { repo, tag, target, name = tag, body = '', draft = false, prerelease = false } = input
    const { data } = await client.rest.repos.createRelease({
      ...ownerAndRepo(repo),
      tag_name: tag,
      name,
      body: withMarker(body, idempotencyKey),
      draft,
      prerelease,
      ...(target ? { target_commitish: target } : {}),
    })
    return toRelease(repo, vendorRelease.parse(data))
  },

  // Drafts have no tag yet: they are found in the list only.
  async lookup({ input: { repo }, client, idempotencyKey }) {
    for (let page = 1; page <= mostPages; page += 1) {
      const { data } = await client.rest.repos.listReleases({ ...ownerAndRepo(repo), per_page: 100, page })
      const releases = z.array(vendorRelease).parse(data)
      const found = releases.find(({ body }) => hasMarker(body, idempotencyKey))
      if (found) return toRelease(repo, found)
      if (releases.length < 100) return null
    }
    throw lookupLimit(repo)
  },
}

function toRelease(repo: string, release: z.infer<typeof vendorRelease>) {
  return {
    release_id: release.id,
    repo,
    tag: release.tag_name,
    name: release.name ?? release.tag_name,
    body: withoutMarker(release.body),
    draft: release.draft,
    prerelease: release.prerelease,
    url: release.html_url,
    created_at: release.created_at,
  }
}
