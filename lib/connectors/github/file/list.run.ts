import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { fileList } from './list'

const vendorTree = z.object({
  tree: z.array(
    z.object({ path: z.string(), type: z.string(), sha: z.string(), size: z.number().optional() }),
  ),
  truncated: z.boolean().default(false),
})

export const behaviour: Behaviour<typeof fileList, Octokit> = {
  async run({ input: { repo, branch = 'HEAD', folder, limit = 300 }, client }) {
    const { data } = await client.rest.git.getTree({
      ...ownerAndRepo(repo),
      tree_sha: branch,
      recursive: 'true',
    })
    const { tree, truncated } = vendorTree.parse(data)
    const all = tree.filter(({ path, type }) => type === 'blob' && (!folder || path.startsWith(`${folder}/`)))
    const files = all.slice(0, limit).map(({ path, sha, size = 0 }) => ({ path, byte_count: size, sha }))
    return { files, count: files.length, is_complete: !truncated && files.length === all.length }
  },
}
