import 'server-only'
import type { Behaviour } from '../contract'
import type { HttpClient } from './client'
import { readAnswer } from './read-answer'
import type { requestGet } from './request-get'

export const behaviour: Behaviour<typeof requestGet, HttpClient> = {
  async run({ input, client }) {
    const url = new URL(input.url)
    for (const [name, value] of Object.entries(input.query ?? {})) url.searchParams.append(name, value)
    const answer = await client.fetch(url, {
      method: input.method ?? 'GET',
      headers: { accept: 'application/json, text/*;q=0.9, */*;q=0.5', ...input.headers },
    })
    if (!answer.ok && !input.any_status) throw client.refusal(answer, 'GET')
    return readAnswer(answer, { isSafe: true, readAs: input.read_as })
  },
}
