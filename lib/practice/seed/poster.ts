import { z } from 'zod'
import { internalToken } from '../internal-token'
import type { Emulated } from '../services/service'

const written = z.object({
  id: z.number().default(0),
  number: z.number().default(0),
  sha: z.string().default(''),
  head: z.object({ sha: z.string() }).default({ sha: '' }),
})

/** Does one thing in the emulated GitHub as one of its people. */
export type Post = (
  login: string,
  path: string,
  body: unknown,
  method?: string,
) => Promise<z.output<typeof written>>

export function poster(emulated: Emulated, baseUrl: string): Post {
  return async (login, path, body, method = 'POST') => {
    const answer = await emulated.handle(
      new Request(`${baseUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${internalToken(login)}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
    if (!answer.ok) throw new Error(`Seeding ${path} failed with ${answer.status}: ${await answer.text()}`)
    return written.parse(await answer.json())
  }
}
