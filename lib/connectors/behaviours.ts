import 'server-only'
import { z } from 'zod'
import type { Action, ActionId, Behaviour, ClientContext, ConnectorClient } from './contract'
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
import { accountGet as slackAccountGet } from './slack/account-get'
import { channelList } from './slack/channel-list'
import { messageList } from './slack/message-list'
import { messagePost } from './slack/message-post'
import { messageReply } from './slack/message-reply'

export type BehaviourCall = {
  readonly input: unknown
  readonly context: ClientContext
  readonly idempotencyKey: string
}

/** An action with its behaviour, its types closed over. `null` from `lookup`: no earlier call did anything. */
export type Bound = {
  readonly action: Action
  run(call: BehaviourCall): Promise<unknown>
  lookup(call: BehaviourCall): Promise<unknown>
}

type Module<Key extends string, Value> = () => Promise<Readonly<Record<Key, Value>>>

function bind<In extends z.ZodObject, Out extends z.ZodType, Client>(
  action: Action<ActionId, In, Out>,
  loadClient: Module<'client', ConnectorClient<Client>>,
  loadBehaviour: Module<'behaviour', Behaviour<Action<ActionId, In, Out>, Client>>,
): Bound {
  const prepare = async ({ input, context, idempotencyKey }: BehaviourCall) => {
    const parsed = z.parse(action.input, input)
    const [{ client: connector }, { behaviour }] = await Promise.all([loadClient(), loadBehaviour()])
    const explain = (error: unknown) => connector.explain?.(error, context) ?? error
    const client = connector.open(context)
    return { behaviour, explain, call: { input: parsed, client, idempotencyKey, signal: context.signal } }
  }
  return {
    action,
    async run(request) {
      const { behaviour, call, explain } = await prepare(request)
      try {
        return await behaviour.run(call)
      } catch (error) {
        throw explain(error)
      }
    },
    async lookup(request) {
      const { behaviour, call, explain } = await prepare(request)
      try {
        return (await behaviour.lookup?.(call)) ?? null
      } catch (error) {
        throw explain(error)
      }
    },
  }
}

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

export function behaviourOf(id: ActionId): Bound | undefined {
  return byId.get(id)
}
