import 'server-only'
import { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { destinationOf } from '../../net/destination'
import { noConnection } from '../../net/no-connection'
import { operatorUrl } from '../../net/operator-url'
import { type Explanation, serviceFetch } from '../../net/service-fetch'
import type { ClientContext, ConnectorClient } from '../contract'

const silent = () => {}

export const client: ConnectorClient<Octokit> = {
  open({ action, connection, signal }: ClientContext) {
    if (!connection) throw noConnection('GitHub')
    const { baseUrl, policy } = destinationOf({
      connection,
      operatorUrl: () => operatorUrl('github'),
      vendorUrl: 'https://api.github.com',
    })
    const fetch = serviceFetch(
      { ...policy, signal },
      {
        service: 'GitHub',
        connection: connection.name,
        scopes: action.scopes,
        isSafe: action.effect === 'read' || action.repeat === 'safe',
        // Objects that no branch reaches yet: nobody sees them, and the same content is the same object.
        isHarmless: ({ url }) => /\/git\/(blobs|trees|commits)$/.test(url.pathname),
        explain,
      },
    )
    // No retry or throttling plugin: they repeat POST requests.
    return new Octokit({
      auth: connection.secret.token,
      baseUrl,
      request: { fetch },
      log: { debug: silent, info: silent, warn: silent, error: silent },
    })
  },
}

const failure = z.object({
  message: z.string().optional(),
  errors: z.array(z.looseObject({ field: z.string().optional(), message: z.string().optional() })).optional(),
})

/** GitHub says what is wrong in `message`, and with which field in `errors`. */
function explain(body: string): Explanation {
  const parsed = z.string().transform(parseJson).pipe(failure).safeParse(body)
  if (!parsed.success) return {}
  const { message, errors } = parsed.data
  const [first] = errors ?? []
  const said = [message, first?.message].filter(Boolean).join(': ')
  return { ...(said ? { said } : {}), ...(first?.field ? { field: `input.${first.field}` } : {}) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
