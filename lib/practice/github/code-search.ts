import { z } from 'zod'
import type { Route, RouteCall } from './route'

const hit = z.looseObject({
  path: z.string(),
  sha: z.string(),
  repository: z.object({ full_name: z.string() }),
})
const found = z.object({ items: z.array(hit) })
const blob = z.object({ content: z.string() })

type Hit = z.infer<typeof hit>

/** GitHub looks for each word and shows where it stands; the emulator looks for the whole phrase. */
export const codeSearchRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^\/search\/code()$/,
    async answer(call) {
      const { searchParams } = new URL(call.request.url)
      const terms = (searchParams.get('q') ?? '').split(/\s+/).filter(Boolean)
      const words = terms.filter((term) => !term.includes(':'))
      const qualifiers = terms.filter((term) => term.includes(':'))
      if (words.length === 0) return null
      const lists = await Promise.all(words.map((word) => search(call, [word, ...qualifiers])))
      const [first = [], ...others] = lists
      const all = first.filter((each) => others.every((list) => list.some((other) => isSame(each, other))))
      const items = all.slice(0, Number(searchParams.get('per_page') ?? 30))
      return Response.json({
        total_count: all.length,
        incomplete_results: false,
        items: await Promise.all(items.map((each) => withMatches(call, each, words))),
      })
    },
  },
]

async function search({ ask }: RouteCall, terms: readonly string[]): Promise<Hit[]> {
  const answer = await ask(`/search/code?per_page=100&q=${encodeURIComponent(terms.join(' '))}`)
  return answer.ok ? found.parse(await answer.json()).items : []
}

function isSame(left: Hit, right: Hit): boolean {
  return left.path === right.path && left.repository.full_name === right.repository.full_name
}

/** The lines around each word, as GitHub gives them to who asks for matches. */
async function withMatches({ ask }: RouteCall, each: Hit, words: readonly string[]) {
  const answer = await ask(`/repos/${each.repository.full_name}/git/blobs/${each.sha}`)
  const text = answer.ok
    ? Buffer.from(blob.parse(await answer.json()).content, 'base64').toString('utf8')
    : ''
  const lines = text.split('\n')
  const places = words.flatMap((word) => {
    const line = lines.findIndex((candidate) => candidate.toLowerCase().includes(word.toLowerCase()))
    return line < 0 ? [] : [line]
  })
  const text_matches = [...new Set(places)].map((line) => ({
    property: 'content',
    fragment: lines.slice(Math.max(0, line - 1), line + 2).join('\n'),
  }))
  return { ...each, text_matches }
}
