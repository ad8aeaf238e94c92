import { github as consent } from '../consent/dialects/github'
import { completeGithub } from '../github/complete-github'
import { internalToken, tokenWheel } from '../internal-token'
import { botLogin } from '../seed/people'
import { emulateGithub, seedGithub } from '../seed/seed-github'
import type { PracticeService } from './service'

const botToken = tokenWheel(botLogin)

export const github: PracticeService = {
  start: async (baseUrl) => completeGithub(await emulateGithub(baseUrl)),
  seed: seedGithub,
  refuse: (reason) =>
    Response.json(
      { message: reason === 'no token' ? 'Requires authentication' : 'Bad credentials' },
      { status: 401 },
    ),
  insideToken: (login) => (login === undefined ? botToken() : internalToken(login)),
  consent,
  // A blob, tree or commit that no branch reaches is nothing that anybody could see.
  isChange: ({ method, url }) =>
    method !== 'GET' && method !== 'HEAD' && !/\/git\/(blobs|trees|commits)$/.test(new URL(url).pathname),
  // A hidden comment at the end of a body.
  effectKey: ({ body }) => /[<]!-- handrail:([^>]*) -->/.exec(body)?.[1] ?? null,
}
