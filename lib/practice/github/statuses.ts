import { z } from 'zod'
import { type Snapshot, snapshotSchema } from '../snapshot'
import type { Route } from './route'

const key = 'handrail.statuses'

const status = z.object({
  repo: z.string(),
  sha: z.string(),
  state: z.enum(['success', 'failure', 'pending', 'error']),
  context: z.string().default('default'),
  description: z.string().nullish(),
  target_url: z.string().nullish(),
})

type Status = z.infer<typeof status>

/** Commit statuses: the emulator knows none. They are kept beside what it remembers. */
export const statusRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^\/repos\/([^/]+\/[^/]+)\/statuses\/([0-9a-f]+)$/,
    async answer({ emulated, repo, parts: [sha = ''], request }) {
      const body = z.looseObject({}).parse(await request.json())
      const made = status.safeParse({ ...body, repo, sha })
      if (!made.success) return Response.json({ message: 'Validation Failed' }, { status: 422 })
      const snapshot = snapshotSchema.parse(emulated.snapshot())
      const others = statusesIn(snapshot).filter((each) => !isSame(each, made.data))
      emulated.restore({ ...snapshot, data: { ...snapshot.data, [key]: [...others, made.data] } })
      return Response.json(made.data, { status: 201 })
    },
  },
  {
    method: 'GET',
    pattern: /^\/repos\/([^/]+\/[^/]+)\/commits\/(.+)\/status$/,
    async answer({ emulated, repo, parts: [name = ''], ask }) {
      const answer = await ask(`/repos/${repo}/commits/${name}`)
      if (!answer.ok) return answer
      const { sha } = z.object({ sha: z.string() }).parse(await answer.json())
      const statuses = statusesIn(snapshotSchema.parse(emulated.snapshot())).filter(
        (each) => each.repo === repo && each.sha === sha,
      )
      return Response.json({ sha, state: stateOf(statuses), total_count: statuses.length, statuses })
    },
  },
]

function statusesIn({ data }: Snapshot): Status[] {
  const parsed = z.array(status).safeParse(data[key])
  return parsed.success ? parsed.data : []
}

function isSame(left: Status, right: Status): boolean {
  return left.repo === right.repo && left.sha === right.sha && left.context === right.context
}

function stateOf(statuses: readonly Status[]): Status['state'] {
  if (statuses.some(({ state }) => state === 'failure' || state === 'error')) return 'failure'
  return statuses.length > 0 && statuses.every(({ state }) => state === 'success') ? 'success' : 'pending'
}
