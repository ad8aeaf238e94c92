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

export const client: ConnectorClient<WebClient> = {
  open({ action, connection, signal }) {
    if (!connection) throw noConnection('Slack')
    const { baseUrl, policy } = destinationOf({
      connection,
      operatorUrl: () => operatorUrl('slack'),
      vendorUrl: 'https://slack.com',
    })
    const send = serviceFetch(
      { ...policy, signal },
      {
        service: 'Slack',
        connection: connection.name,
        scopes: action.scopes,
        isSafe: action.effect === 'read' || action.repeat === 'safe',
      },
    )
    return new WebClient(connection.secret.token, {
      slackApiUrl: `${baseUrl}/api/`,
      allowAbsoluteUrls: false,
      // Its own retries would post a message again when only the answer was lost.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      fetch: (url, init) => send(url, init),
      logger: silent,
    })
  },
  explain: platformError,
}
