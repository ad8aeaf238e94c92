import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { toChangedFile, vendorFile } from '../commit/vendor-change'
import { ownerAndRepo } from '../vendor'
import { checksOf, stateOfAll } from './checks.run'
import type { pullGet } from './get'
import { toPull } from './vendor-pull'

const vendorDetails = z.object({
  mergeable: z.boolean().nullish(),
  changed_files: z.number(),
  additions: z.number(),
  deletions: z.number(),
  commits: z.number(),
})

export const behaviour: Behaviour<typeof pullGet, Octokit> = {
  async run({ input: { repo, number }, client }) {
    const place = { ...ownerAndRepo(repo), pull_number: number }
    const [{ data }, files] = await Promise.all([
      client.rest.pulls.get(place),
      client.rest.pulls.listFiles({ ...place, per_page: 100 }),
    ])
    const pull = toPull(repo, data)
    const { mergeable, ...counts } = vendorDetails.parse(data)
    const checks = await checksOf(client, { repo, sha: pull.head_sha })
    return {
      ...pull,
      ...counts,
      mergeable: mergeable ?? null,
      checks_state: stateOfAll(checks),
      checks: [...checks],
      files: z.array(vendorFile).parse(files.data).map(toChangedFile),
    }
  },
}
