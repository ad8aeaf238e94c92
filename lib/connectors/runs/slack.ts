import 'server-only'
import { accountGet } from '../slack/account/get'
import { channelCreate } from '../slack/channel/create'
import { channelInvite } from '../slack/channel/invite'
import { channelList } from '../slack/channel/list'
import { fileUpload } from '../slack/file/upload'
import { messageDelete } from '../slack/message/delete'
import { messageDirect } from '../slack/message/direct'
import { messageList } from '../slack/message/list'
import { messagePost } from '../slack/message/post'
import { messageReply } from '../slack/message/reply'
import { messageSchedule } from '../slack/message/schedule'
import { messageUnschedule } from '../slack/message/unschedule'
import { messageUpdate } from '../slack/message/update'
import { reactionAdd } from '../slack/reaction/add'
import { reactionRemove } from '../slack/reaction/remove'
import { userFind } from '../slack/user/find'
import { userSearch } from '../slack/user/search'
import { type Bound, bind } from './bind'

// The SDK is heavy: the client is loaded when its first action runs.
const client = () => import('../slack/client')

/** Every action of this connector with its behaviour. */
export const slackRuns: readonly Bound[] = [
  bind(channelCreate, client, () => import('../slack/channel/create.run')),
  bind(channelInvite, client, () => import('../slack/channel/invite.run')),
  bind(fileUpload, client, () => import('../slack/file/upload.run')),
  bind(messageDelete, client, () => import('../slack/message/delete.run')),
  bind(messageDirect, client, () => import('../slack/message/direct.run')),
  bind(messageSchedule, client, () => import('../slack/message/schedule.run')),
  bind(messageUnschedule, client, () => import('../slack/message/unschedule.run')),
  bind(messageUpdate, client, () => import('../slack/message/update.run')),
  bind(reactionAdd, client, () => import('../slack/reaction/add.run')),
  bind(reactionRemove, client, () => import('../slack/reaction/remove.run')),
  bind(userFind, client, () => import('../slack/user/find.run')),
  bind(userSearch, client, () => import('../slack/user/search.run')),
  bind(messagePost, client, () => import('../slack/message/post.run')),
  bind(messageReply, client, () => import('../slack/message/reply.run')),
  bind(messageList, client, () => import('../slack/message/list.run')),
  bind(channelList, client, () => import('../slack/channel/list.run')),
  bind(accountGet, client, () => import('../slack/account/get.run')),
]
