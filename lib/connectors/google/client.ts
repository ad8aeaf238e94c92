import 'server-only'
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js'
import type { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js'
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js'
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import type { oauth2_v2 } from 'googleapis/build/src/apis/oauth2/v2.js'
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import type { ConnectorClient } from '../contract'
import { httpClient } from './http-client'

/** Google's products, each loaded when an action first asks for it: all of them together weigh 130 MB. */
export type GoogleClient = {
  account(): Promise<oauth2_v2.Oauth2>
  gmail(): Promise<gmail_v1.Gmail>
  calendar(): Promise<calendar_v3.Calendar>
  drive(): Promise<drive_v3.Drive>
  docs(): Promise<docs_v1.Docs>
  sheets(): Promise<sheets_v4.Sheets>
}

export const client: ConnectorClient<GoogleClient> = {
  open(context) {
    const options = {
      fetchImplementation: httpClient(context),
      headers: { authorization: `Bearer ${context.connection?.secret.token}` },
      // Its own retries do not wait for as long as Google asks.
      retry: false,
    }
    return {
      async account() {
        const { oauth2_v2 } = await import('googleapis/build/src/apis/oauth2/v2.js')
        return new oauth2_v2.Oauth2(options)
      },
      async gmail() {
        const { gmail_v1 } = await import('googleapis/build/src/apis/gmail/v1.js')
        return new gmail_v1.Gmail(options)
      },
      async calendar() {
        const { calendar_v3 } = await import('googleapis/build/src/apis/calendar/v3.js')
        return new calendar_v3.Calendar(options)
      },
      async drive() {
        const { drive_v3 } = await import('googleapis/build/src/apis/drive/v3.js')
        return new drive_v3.Drive(options)
      },
      async docs() {
        const { docs_v1 } = await import('googleapis/build/src/apis/docs/v1.js')
        return new docs_v1.Docs(options)
      },
      async sheets() {
        const { sheets_v4 } = await import('googleapis/build/src/apis/sheets/v4.js')
        return new sheets_v4.Sheets(options)
      },
    }
  },
}
