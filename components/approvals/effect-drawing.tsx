import type { ReactNode } from 'react'
import type { CoveredEffect } from '@/lib/workflow/views/approval-view'
import { GitHubComment, GitHubIssue, GitHubLabels } from './github-issue'
import { InputTable } from './input-table'
import { SlackMessage } from './slack-message'

/** One entry an action that has a look of its own; the rest are shown as fields and values. */
const drawings: Readonly<Record<string, (effect: CoveredEffect) => ReactNode>> = {
  'slack.message.post': (effect) => message(effect, place(effect)),
  'slack.message.reply': (effect) => message(effect, place(effect), true),
  'slack.message.direct': (effect) => message(effect, place(effect, 'user')),
  'github.issue.create': (effect) => (
    <GitHubIssue
      repo={text(effect, 'repo')}
      title={text(effect, 'title')}
      body={text(effect, 'body')}
      labels={list(effect, 'labels')}
    />
  ),
  'github.issue.comment': (effect) => (
    <GitHubComment
      repo={text(effect, 'repo')}
      number={text(effect, 'number')}
      body={text(effect, 'body')}
      author={account(effect)}
    />
  ),
  'github.issue.label': (effect) => (
    <GitHubLabels
      repo={text(effect, 'repo')}
      number={text(effect, 'number')}
      labels={list(effect, 'labels')}
    />
  ),
}

/** What an effect will be, drawn as it will look where it goes. */
export function EffectDrawing({ effect }: { effect: CoveredEffect }) {
  return drawings[effect.action]?.(effect) ?? <InputTable effect={effect} />
}

/** A message of plain text as it will look; with blocks, all that was filled in, since they say more than the text. */
function message(effect: CoveredEffect, channel: string, reply = false): ReactNode {
  if (text(effect, 'blocks')) return <InputTable effect={effect} />
  return <SlackMessage channel={channel} text={text(effect, 'text')} author={account(effect)} reply={reply} />
}

function text(effect: CoveredEffect, key: string): string {
  const value = effect.input[key]
  return value === undefined || value === null
    ? ''
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)
}

/** The channel or person by the name it was picked by and its id, since the id is what counts. */
function place(effect: CoveredEffect, key: 'channel' | 'user' = 'channel'): string {
  const id = text(effect, key)
  const name = effect.names[key]
  return name ? `${name} (${id})` : id
}

function list(effect: CoveredEffect, key: string): readonly string[] {
  const value = effect.input[key]
  return Array.isArray(value) ? value.map(String) : []
}

function account(effect: CoveredEffect): string {
  return effect.connection?.name ?? 'The connected account'
}
