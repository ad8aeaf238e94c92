import { z } from 'zod'
import { itemsOf, snapshotSchema } from '../snapshot'
import type { Route } from './route'

const user = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() })

/** Whom an issue can be given to: everybody of the practice company. The emulator has no such list. */
export const assigneeRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^\/repos\/([^/]+\/[^/]+)\/assignees$/,
    async answer({ ask, repo, emulated }) {
      const known = await ask(`/repos/${repo}`)
      if (!known.ok) return known
      const users = itemsOf(snapshotSchema.parse(emulated.snapshot()), 'github.users', user)
      const people = users.filter(({ login }) => login !== 'ghost' && login !== 'admin')
      return Response.json(people.map(({ id, login }) => ({ id, login, type: 'User' })))
    },
  },
]
