import type { Connector } from '../contract'
import { accountGet } from './account/get'
import { channelList } from './channel/list'
import { messageList } from './message/list'
import { messagePost } from './message/post'
import { messageReply } from './message/reply'

export const slack = {
  id: 'slack',
  title: 'Slack',
  summary: 'Channels, messages and threads of a Slack workspace.',
  icon: 'slack',
  hosts: ['slack.com'],
  connection: 'required',
  oauth: 'slack',
  fields: [
    {
      key: 'token',
      label: 'Bot token',
      help: 'The bot user token of a Slack app, with the scopes channels:read, channels:history and chat:write.',
      secret: true,
      required: true,
      placeholder: 'xoxb-…',
    },
  ],
  check: 'slack.account.get',
  actions: [messagePost, messageReply, messageList, channelList, accountGet],
} satisfies Connector
