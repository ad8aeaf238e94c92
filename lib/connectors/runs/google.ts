import 'server-only'
import { accountGet } from '../google/account/account-get'
import { mailSearch } from '../google/mail/mail-search'
import { type Bound, bind } from './bind'
import { googleDriveRuns } from './google-drive'

// The SDK is heavy: the client is loaded when its first action runs.
const client = () => import('../google/client')

/** Every action of this connector with its behaviour. */
export const googleRuns: readonly Bound[] = [
  bind(mailSearch, client, () => import('../google/mail/mail-search.run')),
  bind(accountGet, client, () => import('../google/account/account-get.run')),
  ...googleDriveRuns,
]
