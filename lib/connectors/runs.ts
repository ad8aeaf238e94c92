import 'server-only'
import type { Json } from '../core/json'
import { accountGet as githubAccountGet } from './github/account-get'
import { issueComment } from './github/issue-comment'
import { issueCreate } from './github/issue-create'
import { issueGet } from './github/issue-get'
import { issueLabel } from './github/issue-label'
import { issueList } from './github/issue-list'
import { issueSearch } from './github/issue-search'
import { labelList } from './github/label-list'
import { repoSearch } from './github/repo-search'
import { requestGet } from './http/request-get'
import { requestSend } from './http/request-send'
import { type Bound, bind } from './runs/bind'
import { type ActionCall, perform, unknownAction } from './runs/perform'
import { accountGet as slackAccountGet } from './slack/account-get'
import { channelList } from './slack/channel-list'
import { messageList } from './slack/message-list'
import { messagePost } from './slack/message-post'
import { messageReply } from './slack/message-reply'

export type { OpenConnection } from './contract'
export type { ActionCall } from './runs/perform'

// The SDKs are heavy: a client is loaded when its first action runs.
const github = () => import('./github/client')
const slack = () => import('./slack/client')
const http = () => import('./http/client')

const bound: readonly Bound[] = [
  bind(repoSearch, github, () => import('./github/repo-search.run')),
  bind(issueGet, github, () => import('./github/issue-get.run')),
  bind(issueList, github, () => import('./github/issue-list.run')),
  bind(issueSearch, github, () => import('./github/issue-search.run')),
  bind(issueCreate, github, () => import('./github/issue-create.run')),
  bind(issueComment, github, () => import('./github/issue-comment.run')),
  bind(issueLabel, github, () => import('./github/issue-label.run')),
  bind(labelList, github, () => import('./github/label-list.run')),
  bind(githubAccountGet, github, () => import('./github/account-get.run')),
  bind(messagePost, slack, () => import('./slack/message-post.run')),
  bind(messageReply, slack, () => import('./slack/message-reply.run')),
  bind(messageList, slack, () => import('./slack/message-list.run')),
  bind(channelList, slack, () => import('./slack/channel-list.run')),
  bind(slackAccountGet, slack, () => import('./slack/account-get.run')),
  bind(requestGet, http, () => import('./http/request-get.run')),
  bind(requestSend, http, () => import('./http/request-send.run')),
]

const byId = new Map(bound.map((each) => [each.action.id, each]))

/**
 * Performs one action and gives its output. The input is parsed, the call is guarded and limited in time, the output
 * is checked and the connection's secrets are taken out of it. Whatever is thrown is a `HandrailError`, whose `retry`
 * says whether the call may have been carried out.
 */
export async function runAction(call: ActionCall): Promise<Json> {
  return perform(boundAction(call), call, 'run')
}

/** Finds what an earlier call with this key did, or gives `null` when it did nothing. Only for `repeat: 'lookup'`. */
export async function lookupAction(call: ActionCall): Promise<Json | null> {
  return perform(boundAction(call), call, 'lookup')
}

function boundAction({ action }: ActionCall): Bound {
  const found = byId.get(action)
  if (!found) throw unknownAction(action)
  return found
}
