import 'server-only'
import { type Logger, LogLevel, WebClient } from '@slack/web-api'
import { destinationOf } from '../../net/destination'
import { noConnection } from '../../net/no-connection'
import { operatorUrl } from '../../net/operator-url'
import { serviceFetch } from '../../net/service-fetch'
import type { ConnectorClient } from '../contract'
import { platformError } from './platform-error'

const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
}

/** Everything is a POST to Slack. These only look, or do what nobody sees before another call. */
const harmless =
  /\.(list|info|history|replies|members|lookupByEmail|open|getPermalink|getUploadURLExternal)$|\/auth\.test$/

/** Where Slack takes files; the address itself is the permission, and the token does not go there. */
const uploadHost = 'files.slack.com'

export type SlackClient = WebClient & {
  /** Brings bytes to an address that Slack gave for them. */
  sendBytes(url: string, bytes: Uint8Array): Promise<void>
}

export const client: ConnectorClient<SlackClient> = {
  open({ action, connection, signal }) {
    if (!connection) throw noConnection('Slack')
    const { baseUrl, policy } = destinationOf({
      connection,
      operatorUrl: () => operatorUrl('slack'),
      vendorUrl: 'https://slack.com',
    })
    const call = { service: 'Slack', connection: connection.name, scopes: action.scopes }
    const send = serviceFetch(
      { ...policy, signal },
      {
        ...call,
        isSafe: action.effect === 'read' || action.repeat === 'safe',
        isHarmless: ({ url }) => harmless.test(url.pathname),
      },
    )
    const bring = serviceFetch(
      { ...policy, ...(policy.allowHosts ? { allowHosts: [uploadHost] } : {}), signal },
      { ...call, isSafe: true },
    )
    const web = new WebClient(connection.secret.token, {
      slackApiUrl: `${baseUrl}/api/`,
      allowAbsoluteUrls: false,
      // Its own retries would post a message again when only the answer was lost.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      fetch: (url, init) => send(url, init),
      logger: silent,
    })
    return Object.assign(web, {
      async sendBytes(url: string, bytes: Uint8Array): Promise<void> {
        const body = new Uint8Array(bytes)
        await bring(url, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body })
      },
    })
  },
  explain: platformError,
}
