import type { OAuthProvider } from '../contract'

const api = 'https://www.googleapis.com/auth'

/**
 * Google for web server applications. Without `offline` there is no refresh token, and without `consent` there is none
 * the second time. https://developers.google.com/identity/protocols/oauth2/web-server
 */
export const google: OAuthProvider = {
  id: 'google',
  title: 'Google',
  authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  issuer: 'https://accounts.google.com',
  pkce: true,
  parameters: { access_type: 'offline', prompt: 'consent' },
  scopeSeparator: ' ',
  lastingScopes: [],
  includes: {
    [`${api}/gmail.modify`]: [
      `${api}/gmail.readonly`,
      `${api}/gmail.send`,
      `${api}/gmail.compose`,
      `${api}/gmail.labels`,
    ],
    [`${api}/gmail.compose`]: [`${api}/gmail.send`],
    [`${api}/calendar`]: [
      `${api}/calendar.events`,
      `${api}/calendar.readonly`,
      `${api}/calendar.events.readonly`,
      `${api}/calendar.freebusy`,
      `${api}/calendar.calendarlist.readonly`,
    ],
    [`${api}/calendar.events`]: [`${api}/calendar.events.readonly`],
    [`${api}/calendar.readonly`]: [
      `${api}/calendar.events.readonly`,
      `${api}/calendar.freebusy`,
      `${api}/calendar.calendarlist.readonly`,
    ],
    [`${api}/drive`]: [`${api}/drive.readonly`, `${api}/drive.file`, `${api}/drive.metadata.readonly`],
    [`${api}/drive.readonly`]: [`${api}/drive.metadata.readonly`],
    [`${api}/documents`]: [`${api}/documents.readonly`],
    [`${api}/spreadsheets`]: [`${api}/spreadsheets.readonly`],
  },
  tokenBody: 'form',
  revoke: { url: 'https://oauth2.googleapis.com/revoke', method: 'POST', by: 'form' },
  settingsUrl: 'https://myaccount.google.com/connections',
}
