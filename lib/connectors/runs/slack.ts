import 'server-only'
import { accountGet } from '../slack/account/get'
import { channelList } from '../slack/channel/list'
import { messageList } from '../slack/message/list'
import { messagePost } from '../slack/message/post'
import { messageReply } from '../slack/message/reply'
import { type Bound, bind } from './bind'

// The SDK is heavy: the client is loaded when its first action runs.
const client = () => import('../slack/client')

/** Every action of this connector with its behaviour. */
export const slackRuns: readonly Bound[] = [
  bind(messagePost, client, () => import('../slack/message/post.run')),
  bind(messageReply, client, () => import('../slack/message/reply.run')),
  bind(messageList, client, () => import('../slack/message/list.run')),
  bind(channelList, client, () => import('../slack/channel/list.run')),
  bind(accountGet, client, () => import('../slack/account/get.run')),
]
