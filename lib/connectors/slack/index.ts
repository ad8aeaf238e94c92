import type { Connector } from '../contract'
import { accountGet } from './account/get'
import { channelCreate } from './channel/create'
import { channelInvite } from './channel/invite'
import { channelList } from './channel/list'
import { fileUpload } from './file/upload'
import { messageDelete } from './message/delete'
import { messageDirect } from './message/direct'
import { messageList } from './message/list'
import { messagePost } from './message/post'
import { messageReply } from './message/reply'
import { messageSchedule } from './message/schedule'
import { messageUnschedule } from './message/unschedule'
import { messageUpdate } from './message/update'
import { reactionAdd } from './reaction/add'
import { reactionRemove } from './reaction/remove'
import { userFind } from './user/find'
import { userSearch } from './user/search'

export const slack = {
  id: 'slack',
  title: 'Slack',
  summary: 'Channels, messages, people and files of a Slack workspace.',
  icon: 'slack',
  hosts: ['slack.com'],
  connection: 'required',
  oauth: 'slack',
  fields: [
    {
      key: 'token',
      label: 'Bot token',
      help: 'The bot user token of a Slack app. channels:read, channels:history and chat:write are enough to read and post; each further action names the scope it needs.',
      secret: true,
      required: true,
      placeholder: 'xoxb-…',
    },
  ],
  check: 'slack.account.get',
  actions: [
    messagePost,
    messageReply,
    messageDirect,
    messageUpdate,
    messageSchedule,
    messageUnschedule,
    messageDelete,
    reactionAdd,
    reactionRemove,
    fileUpload,
    channelCreate,
    channelInvite,
    messageList,
    channelList,
    userFind,
    userSearch,
    accountGet,
  ],
} satisfies Connector
