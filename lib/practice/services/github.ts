import { tokenWheel } from '../internal-token'
import { botLogin } from '../seed/people'
import { emulateGithub, seedGithub } from '../seed/seed-github'
import type { PracticeService } from './service'

export const github: PracticeService = {
  start: emulateGithub,
  seed: seedGithub,
  refuse: (reason) =>
    Response.json(
      { message: reason === 'no token' ? 'Requires authentication' : 'Bad credentials' },
      { status: 401 },
    ),
  insideToken: tokenWheel(botLogin),
  isChange: ({ method }) => method !== 'GET' && method !== 'HEAD',
  // A hidden comment at the end of a body.
  effectKey: ({ body }) => /[<]!-- handrail:([^>]*) -->/.exec(body)?.[1] ?? null,
}
