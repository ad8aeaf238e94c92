import { z } from 'zod'
import { type Route, type RouteCall, refused } from './route'

const file = z.looseObject({ additions: z.number(), deletions: z.number() })
const comparison = z.object({ ahead_by: z.number(), files: z.array(file) })
const pull = z.looseObject({
  state: z.string(),
  user: z.looseObject({ login: z.string() }),
  base: z.looseObject({ sha: z.string() }),
  head: z.looseObject({ sha: z.string() }),
})
const account = z.object({ login: z.string() })

/** The emulator keeps no files of a pull request, makes up missing branches and opens the same request twice. */
export const pullRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^\/repos\/([^/]+\/[^/]+)\/pulls\/(\d+)\/files$/,
    async answer(call) {
      const found = await pullAt(call)
      if (!found) return null
      const { files } = await compare(call, found.base.sha, found.head.sha)
      const { searchParams } = new URL(call.request.url)
      const size = Number(searchParams.get('per_page') ?? 30)
      const start = (Number(searchParams.get('page') ?? 1) - 1) * size
      return Response.json(files.slice(start, start + size))
    },
  },
  {
    method: 'GET',
    pattern: /^\/repos\/([^/]+\/[^/]+)\/pulls\/(\d+)$/,
    async answer(call) {
      const found = await pullAt(call)
      if (!found) return null
      const { files, ahead_by } = await compare(call, found.base.sha, found.head.sha)
      return Response.json({
        ...found,
        commits: ahead_by,
        changed_files: files.length,
        additions: files.reduce((sum, { additions }) => sum + additions, 0),
        deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
      })
    },
  },
  { method: 'POST', pattern: /^\/repos\/([^/]+\/[^/]+)\/pulls$/, answer: refuseToOpen },
  { method: 'POST', pattern: /^\/repos\/([^/]+\/[^/]+)\/pulls\/(\d+)\/reviews$/, answer: refuseToReview },
]

async function pullAt({ ask, repo, parts: [number] }: RouteCall): Promise<z.infer<typeof pull> | null> {
  const answer = await ask(`/repos/${repo}/pulls/${number}`)
  return answer.ok ? pull.parse(await answer.json()) : null
}

async function compare({ ask, repo }: RouteCall, base: string, head: string) {
  const answer = await ask(`/repos/${repo}/compare/${base}...${head}`)
  return answer.ok ? comparison.parse(await answer.json()) : { ahead_by: 0, files: [] }
}

async function refuseToOpen(call: RouteCall): Promise<Response | null> {
  const { repo, ask, request } = call
  const wanted = z.object({ head: z.string(), base: z.string() }).safeParse(await request.json())
  if (!wanted.success) return null
  const { base } = wanted.data
  const head = wanted.data.head.replace(/^[^:]*:/, '')
  for (const [field, name] of Object.entries({ head, base })) {
    const { ok } = await ask(`/repos/${repo}/git/ref/heads/${name}`)
    if (!ok)
      return Response.json(
        { message: 'Validation Failed', errors: [{ field, code: 'invalid' }] },
        { status: 422 },
      )
  }
  const { ahead_by } = await compare(call, base, head)
  if (ahead_by === 0) return refused(`No commits between ${base} and ${head}`)
  const owner = repo.split('/')[0] ?? ''
  const open = await ask(
    `/repos/${repo}/pulls?head=${owner}:${encodeURIComponent(head)}&base=${encodeURIComponent(base)}`,
  )
  const same = z.array(z.unknown()).parse(await open.json())
  return same.length > 0 ? refused(`A pull request already exists for ${owner}:${head}.`) : null
}

async function refuseToReview(call: RouteCall): Promise<Response | null> {
  const [review, found, me] = await Promise.all([
    call.request.json(),
    pullAt(call),
    call.ask('/user').then((answer) => answer.json()),
  ])
  const { event } = z.looseObject({ event: z.string().optional() }).parse(review)
  if (found?.user.login !== account.parse(me).login || event === 'COMMENT' || event === undefined) return null
  const what = event === 'APPROVE' ? 'approve' : 'request changes on'
  return refused(`Can not ${what} your own pull request`)
}
