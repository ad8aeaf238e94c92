import 'server-only'
import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import type { Behaviour } from '../contract'
import type { HttpClient } from './client'
import { at, nextPage, type Paging } from './next-page'
import type { pagesGet } from './pages-get'
import { readAnswer } from './read-answer'

const list = z.array(z.json())

/** Of all pages together, in characters of JSON. */
const mostCharacters = 10_000_000

export const behaviour: Behaviour<typeof pagesGet, HttpClient> = {
  async run({ input, client }) {
    const paging = pagingOf(input)
    const mostPages = input.most_pages ?? 10
    const items: z.core.util.JSONType[] = []
    const seen = new Set<string>()
    let characters = 0
    let pages = 0
    let url: URL | null = new URL(input.url)
    for (const [name, value] of Object.entries(input.query ?? {})) url.searchParams.append(name, value)
    // A service that names a page a second time has come to its end.
    while (url && pages < mostPages && characters < mostCharacters && !seen.has(url.href)) {
      seen.add(url.href)
      const answer = await client.fetch(url, {
        method: 'GET',
        headers: { accept: 'application/json', ...input.headers },
      })
      if (!answer.ok) throw client.refusal(answer, 'GET')
      const { body } = await readAnswer(answer, { isSafe: true, readAs: 'json' })
      const found = list.safeParse(at(body, input.items ?? '')).data
      if (!found) throw noList(input.items)
      items.push(...found)
      pages += 1
      characters += JSON.stringify(found).length
      url = nextPage(paging, { url, link: answer.headers.get('link'), body, count: found.length })
    }
    return { items, count: items.length, pages, complete: url === null || seen.has(url.href) }
  },
}

function pagingOf(input: z.output<typeof pagesGet.input>): Paging {
  const path = input.next_at || 'meta.next'
  switch (input.next) {
    case 'link header':
      return { by: 'link' }
    case 'address in the answer':
      return { by: 'address', path }
    case 'cursor in the answer':
      return { by: 'cursor', path, parameter: input.parameter ?? 'cursor' }
    case 'page number':
      return { by: 'number', parameter: input.parameter ?? 'page' }
  }
}

function noList(path: string | undefined): HandrailError {
  return new HandrailError({
    code: 'bad_answer',
    who: 'user',
    retry: 'no',
    field: 'input.items',
    message: `There is no list ${path ? `at “${path}” in` : 'as'} the answer. Look at one answer, then mend where the items stand.`,
  })
}
