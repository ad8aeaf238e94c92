import 'server-only'
import { type CloudClient, createCloudClient } from 'jira.js'
import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import { destinationOf } from '../../net/destination'
import { noConnection } from '../../net/no-connection'
import { operatorUrl } from '../../net/operator-url'
import { type Explanation, serviceFetch } from '../../net/service-fetch'
import type { ClientContext, ConnectorClient, OpenConnection } from '../contract'
import { siteOrigin } from './site'
import { transportTo } from './transport-client'

/** What the behaviours of this connector are given. */
export type JiraClient = {
  readonly jira: CloudClient
  /** Where people see the site, where that is not what its interface’s addresses begin with. */
  readonly site: string | null
}

/** Questions that are too long for an address: they change nothing. */
const questions = /\/rest\/api\/3\/(search\/jql|issue\/bulkfetch|comment\/list)$/

export const client: ConnectorClient<JiraClient> = {
  open({ action, connection, signal }: ClientContext) {
    if (!connection) throw noConnection('Jira')
    const { email = '', cloudId = '', site = '' } = connection.settings
    const isElsewhere = connection.simulated || connection.baseUrl !== null
    if (email && !isElsewhere && !siteOrigin(site)) throw noSite(connection)
    const { baseUrl, policy } = destinationOf({
      connection,
      operatorUrl: () => operatorUrl('atlassian'),
      vendorUrl: email ? (siteOrigin(site) ?? 'https://api.atlassian.com') : 'https://api.atlassian.com',
    })
    const isSafe = action.effect === 'read' || action.repeat === 'safe'
    const looks = ({ method, path }: { method: string; path: string }) =>
      isSafe || method === 'GET' || questions.test(path)
    const fetch = serviceFetch(
      { ...policy, signal },
      {
        service: 'Jira',
        connection: connection.name,
        scopes: action.scopes,
        isSafe,
        isHarmless: ({ method, url }) => looks({ method, path: url.pathname }),
        explain,
      },
    )
    const { token = '' } = connection.secret
    const transport = transportTo({
      send: fetch,
      // A token of OAuth is for all of a person’s sites: the gateway wants to know which.
      baseUrl: email || !cloudId ? baseUrl : `${baseUrl}/ex/jira/${encodeURIComponent(cloudId)}`,
      authorization: email
        ? `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`
        : `Bearer ${token}`,
      // Our own Jira is held to the vendor’s schemas; the real one may know more than the library.
      isStrict: connection.simulated,
      isHarmless: looks,
    })
    return { jira: createCloudClient(transport), site: connection.simulated ? null : siteOrigin(site) }
  },
}

function noSite({ name }: OpenConnection): HandrailError {
  return new HandrailError({
    code: 'no_connection',
    who: 'user',
    retry: 'no',
    message: `The connection ${name ? `“${name}” ` : ''}does not say which Jira site it is for. Connect again with an address such as acme.atlassian.net.`,
  })
}

const failure = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
})

/** Where Jira’s word for a field is not ours. */
const fieldNames: Readonly<Record<string, string>> = { issuetype: 'issue_type', comment: 'body' }

/** Jira says what is wrong in `errorMessages`, and with which field in `errors`. */
function explain(body: string): Explanation {
  const parsed = z.string().transform(parseJson).pipe(failure).safeParse(body)
  if (!parsed.success) return {}
  const { errorMessages, errors } = parsed.data
  const [field] = Object.keys(errors)
  const said = [...errorMessages, ...Object.values(errors)].join(' ')
  return { ...(said ? { said } : {}), ...(field ? { field: `input.${fieldNames[field] ?? field}` } : {}) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
