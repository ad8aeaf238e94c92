import 'server-only'
import { pagesGet } from '../http/pages-get'
import { requestGet } from '../http/request-get'
import { requestSend } from '../http/request-send'
import { type Bound, bind } from './bind'

// The SDK is heavy: the client is loaded when its first action runs.
const client = () => import('../http/client')

/** Every action of this connector with its behaviour. */
export const httpRuns: readonly Bound[] = [
  bind(requestGet, client, () => import('../http/request-get.run')),
  bind(pagesGet, client, () => import('../http/pages-get.run')),
  bind(requestSend, client, () => import('../http/request-send.run')),
]
