'use client'

import { Hash } from 'lucide-react'
import { useState } from 'react'
import type { PracticeMessage, PracticeView } from '@/lib/workflow/views/practice-view'
import { SlackText } from '../approvals/slack-text'
import { Avatar } from '../ui/avatar'
import { Card } from '../ui/card'
import { cn } from '../ui/cn'
import { RelativeTime } from '../values/relative-time'
import { ByWorkflow } from './by-workflow'

/** The simulated Slack: channels at the side, messages as they stand there. */
export function PracticeChannels({ slack }: { slack: PracticeView['slack'] }) {
  const busiest =
    slack.channels.find(({ messages }) => messages.some(({ isOurs }) => isOurs)) ?? slack.channels[0]
  const [chosen, setChosen] = useState<string | null>(null)
  const channel = slack.channels.find(({ id }) => id === chosen) ?? busiest
  return (
    <Card className="grid overflow-hidden sm:grid-cols-[13rem_minmax(0,1fr)]">
      <nav aria-label="Channels" className="border-line border-b bg-sunken p-2 sm:border-r sm:border-b-0">
        <p className="px-2 py-1.5 font-semibold">{slack.team}</p>
        {slack.channels.map(({ id, name, messages }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === channel?.id}
            onClick={() => setChosen(id)}
            className={cn(
              'flex h-control-small w-full items-center gap-1.5 rounded-control px-2 text-left',
              id === channel?.id ? 'bg-raised font-medium' : 'text-muted hover:text-text',
            )}
          >
            <Hash className="size-3.5 shrink-0" aria-hidden />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            {messages.some(({ isOurs }) => isOurs) ? (
              <span
                className="size-1.5 rounded-full bg-accent"
                role="img"
                aria-label="Workflows wrote here"
              />
            ) : null}
          </button>
        ))}
      </nav>
      <section aria-label={channel ? `#${channel.name}` : 'Messages'} className="min-w-0">
        <header className="border-line border-b px-4 py-2.5">
          <h2 className="font-semibold">#{channel?.name}</h2>
          {channel?.topic ? <p className="truncate text-muted text-sm">{channel.topic}</p> : null}
        </header>
        <ul className="flex flex-col gap-4 p-4">
          {(channel?.messages ?? []).map((message) => (
            <Message key={message.id} message={message} />
          ))}
          {channel?.messages.length === 0 ? (
            <li className="text-muted">Nobody has written here yet.</li>
          ) : null}
        </ul>
      </section>
    </Card>
  )
}

function Message({ message }: { message: PracticeMessage }) {
  return (
    <li className={cn('flex gap-3', message.isOurs && '-mx-2 rounded-card bg-accent-soft p-2')}>
      <Avatar name={message.author} className={cn('size-8 rounded-control', message.isOurs && 'bg-raised')} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{message.author}</span>
          <RelativeTime at={message.at} className="text-muted text-xs" />
          {message.isOurs ? <ByWorkflow /> : null}
        </p>
        <p className="whitespace-pre-wrap break-words">
          <SlackText text={message.text} />
        </p>
        {message.replies.length > 0 ? (
          <ul className="mt-2 flex flex-col gap-3 border-line border-l-2 pl-3">
            {message.replies.map((reply) => (
              <Message key={reply.id} message={reply} />
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  )
}
