import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { labelList } from './list'

const vendorLabel = z.object({ name: z.string(), description: z.string().nullish() })

export const behaviour: Behaviour<typeof labelList, Octokit> = {
  async run({ input, client }) {
    const { data } = await client.rest.issues.listLabelsForRepo({
      ...ownerAndRepo(input.repo),
      per_page: 100,
    })
    const labels = z.array(vendorLabel).parse(data)
    return { labels: labels.map(({ name, description }) => ({ name, description: description ?? '' })) }
  },
}
