import type { Connector } from '../contract'
import { accountGet } from './account/account-get'
import { driveActions } from './drive-actions'
import { hosts } from './hosts'
import { mailSearch } from './mail/mail-search'

export const google = {
  id: 'google',
  title: 'Google Workspace',
  summary: 'Mail in Gmail; files, documents and spreadsheets in Drive.',
  icon: 'google',
  hosts,
  connection: 'required',
  oauth: 'google',
  fields: [
    {
      key: 'token',
      label: 'Access token',
      help: 'An OAuth access token with the scopes that the steps need. Google lets it live for an hour.',
      secret: true,
      required: true,
      placeholder: 'ya29.…',
    },
  ],
  check: 'google.account.get',
  actions: [mailSearch, accountGet, ...driveActions],
} satisfies Connector
