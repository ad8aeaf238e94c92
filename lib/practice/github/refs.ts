import { z } from 'zod'
import { itemsOf, snapshotSchema, withItems } from '../snapshot'
import type { Route, RouteCall } from './route'

/** The emulator leaves a pull request at the commits that it had when it was opened. */
export const refRoutes: readonly Route[] = [
  {
    method: 'PATCH',
    pattern: /^\/repos\/([^/]+\/[^/]+)\/git\/refs\/heads(?:\/|%2F)(.+)$/i,
    async answer(call) {
      const { ask, repo, parts, request } = call
      const moved = await ask(`/repos/${repo}/git/refs/heads/${parts[0] ?? ''}`, {
        method: 'PATCH',
        body: await request.json(),
      })
      if (moved.ok) moveHeads(call, parts[0] ?? '', ref.parse(await moved.clone().json()).object.sha)
      return moved
    },
  },
]

const ref = z.object({ object: z.object({ sha: z.string() }) })
const repository = z.object({ id: z.number(), full_name: z.string() })

/** Lets the open pull requests of a branch, and those into it, know where it stands now. */
export function moveHeads({ emulated, repo }: RouteCall, branch: string, sha: string): void {
  const snapshot = snapshotSchema.parse(emulated.snapshot())
  const id = itemsOf(snapshot, 'github.repos', repository).find(({ full_name }) => full_name === repo)?.id
  const isOpen = (item: Readonly<Record<string, unknown>>) => item.repo_id === id && item.state === 'open'
  emulated.restore(
    withItems(snapshot, 'github.pull_requests', (item) => {
      if (!isOpen(item)) return { ...item }
      if (item.head_ref === branch) return { ...item, head_sha: sha }
      return item.base_ref === branch ? { ...item, base_sha: sha } : { ...item }
    }),
  )
}
