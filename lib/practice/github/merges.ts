import { z } from 'zod'
import { snapshotSchema, withItems } from '../snapshot'
import { moveHeads } from './refs'
import { type Route, type RouteCall, refused } from './route'

const pull = z.object({
  id: z.number(),
  base: z.object({ ref: z.string() }),
  head: z.object({ ref: z.string(), sha: z.string() }),
})
const comparison = z.object({
  behind_by: z.number(),
  files: z.array(z.object({ filename: z.string(), status: z.string(), sha: z.string().nullish() })),
})
const made = z.object({ sha: z.string() })
const commit = z.object({ sha: z.string(), tree: z.object({ sha: z.string() }), message: z.string() })

/**
 * The emulator merges by taking over the branch's files as they are, and so would drop what came to the other branch
 * since. Here both are kept, and a file that both changed is a conflict.
 */
export const mergeRoutes: readonly Route[] = [
  {
    method: 'PUT',
    pattern: /^\/repos\/([^/]+\/[^/]+)\/pulls\/(\d+)\/merge$/,
    async answer(call) {
      const { ask, repo, parts, request } = call
      const found = await ask(`/repos/${repo}/pulls/${parts[0]}`)
      if (!found.ok) return null
      const { base, head, id } = pull.parse(await found.json())
      const [ours, theirs] = await Promise.all([
        compare(call, base.ref, head.sha),
        compare(call, head.sha, base.ref),
      ])
      const changed = new Set(theirs.files.map(({ filename }) => filename))
      const isBehind = ours.behind_by > 0
      if (isBehind && ours.files.some(({ filename }) => changed.has(filename))) {
        return refused('Pull Request is not mergeable', 405)
      }
      const path = `/repos/${repo}/pulls/${parts[0]}/merge`
      const before = await tipOf(call, base.ref)
      const merged = await ask(path, { method: 'PUT', body: await request.json() })
      if (!merged.ok) return merged
      const sha = isBehind
        ? await mergeAgain(call, { base: base.ref, before, files: ours.files, id })
        : made.parse(await merged.clone().json()).sha
      moveHeads(call, base.ref, sha)
      return Response.json({ sha, merged: true, message: 'Pull Request successfully merged' })
    },
  },
]

async function compare({ ask, repo }: RouteCall, base: string, head: string) {
  const answer = await ask(`/repos/${repo}/compare/${base}...${head}`)
  return answer.ok ? comparison.parse(await answer.json()) : { behind_by: 0, files: [] }
}

async function tipOf({ ask, repo }: RouteCall, branch: string): Promise<z.infer<typeof commit>> {
  const ref = await ask(`/repos/${repo}/git/ref/heads/${branch}`)
  const { object } = z.object({ object: made }).parse(await ref.json())
  const answer = await ask(`/repos/${repo}/git/commits/${object.sha}`)
  return commit.parse(await answer.json())
}

type Again = {
  readonly base: string
  readonly before: z.infer<typeof commit>
  readonly files: z.infer<typeof comparison>['files']
  readonly id: number
}

/** The emulator's merge, made again upon the files of both. */
async function mergeAgain(call: RouteCall, { base, before, files, id }: Again): Promise<string> {
  const { ask, repo, emulated } = call
  const post = async (path: string, body: unknown, method = 'POST') =>
    (await ask(`/repos/${repo}/git/${path}`, { method, body })).json()
  const wrong = await tipOf(call, base)
  const tree = made.parse(
    await post('trees', {
      base_tree: before.tree.sha,
      tree: files.map(({ filename, status, sha }) => ({
        path: filename,
        mode: '100644',
        type: 'blob',
        sha: status === 'removed' ? null : sha,
      })),
    }),
  )
  const parents = z
    .object({ parents: z.array(made) })
    .parse(await (await ask(`/repos/${repo}/git/commits/${wrong.sha}`)).json()).parents
  const { sha } = made.parse(
    await post('commits', {
      message: wrong.message,
      tree: tree.sha,
      parents: [before.sha, ...parents.slice(1).map((parent) => parent.sha)],
    }),
  )
  await post(`refs/heads/${base}`, { sha, force: true }, 'PATCH')
  const snapshot = snapshotSchema.parse(emulated.snapshot())
  emulated.restore(
    withItems(snapshot, 'github.pull_requests', (item) =>
      item.id === id ? { ...item, merge_commit_sha: sha } : { ...item },
    ),
  )
  return sha
}
